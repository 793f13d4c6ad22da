// exercise: 3.5
// expect: solved
// note: a channel that does not block: sends what is due, takes what is there
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var channel = java.nio.channels.SocketChannel.open(server)) {
            channel.configureBlocking(false);
            var waited = new ArrayList<Duration>();
            var begin = System.nanoTime();
            var sent = 0;
            var in = java.nio.ByteBuffer.allocate(MESSAGES);
            while (waited.size() < MESSAGES) {
                while (sent < MESSAGES && System.nanoTime() - begin >= sent * EVERY_NANOS) {
                    sent += channel.write(java.nio.ByteBuffer.wrap(new byte[] {(byte) sent}));
                }
                var count = channel.read(in.clear());
                if (count < 0) {
                    throw new IOException("the end");
                }
                for (var i = 0; i < count; i++) {
                    waited.add(Duration.ofNanos(System.nanoTime() - begin - waited.size() * EVERY_NANOS));
                }
                Thread.sleep(Duration.ofNanos(200_000));
            }
            return waited;
        }
    }
