// exercise: 3.5
// expect: rejected
// note: takes a read of several bytes for one answer
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var channel = java.nio.channels.SocketChannel.open(server)) {
            channel.configureBlocking(false);
            var waited = new ArrayList<Duration>();
            var begin = System.nanoTime();
            var sent = 0;
            var in = java.nio.ByteBuffer.allocate(MESSAGES);
            var answers = 0;
            while (answers < MESSAGES) {
                while (sent < MESSAGES && System.nanoTime() - begin >= sent * EVERY_NANOS) {
                    sent += channel.write(java.nio.ByteBuffer.wrap(new byte[] {(byte) sent}));
                }
                var count = channel.read(in.clear());
                if (count < 0) {
                    throw new IOException("the end");
                }
                if (count > 0) {
                    waited.add(Duration.ofNanos(System.nanoTime() - begin - answers * EVERY_NANOS));
                    answers += count;
                }
                Thread.sleep(Duration.ofNanos(200_000));
            }
            return waited;
        }
    }
