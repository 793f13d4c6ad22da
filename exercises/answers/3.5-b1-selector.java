// exercise: 3.5
// expect: solved
// note: one thread and a selector: sends what is due, reads what is there
    static List<Duration> of(InetSocketAddress server) throws Exception {
        var waited = new ArrayList<Duration>();
        try (var selector = java.nio.channels.Selector.open();
                var channel = java.nio.channels.SocketChannel.open(server)) {
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, java.nio.channels.SelectionKey.OP_READ);
            var buffer = java.nio.ByteBuffer.allocate(MESSAGES);
            long begin = System.nanoTime();
            int sent = 0;
            while (waited.size() < MESSAGES) {
                while (sent < MESSAGES && begin + sent * EVERY_NANOS - System.nanoTime() <= 0) {
                    if (channel.write(java.nio.ByteBuffer.wrap(new byte[] {(byte) sent})) == 0) {
                        break;
                    }
                    sent++;
                }
                if (sent == MESSAGES) {
                    selector.select();
                } else {
                    long nanos = begin + sent * EVERY_NANOS - System.nanoTime();
                    selector.select(Math.max(1, nanos / 1_000_000));
                }
                selector.selectedKeys().clear();
                int n = channel.read(buffer.clear());
                long now = System.nanoTime();
                if (n < 0) {
                    throw new IOException("only " + waited.size() + " answers");
                }
                for (int i = 0; i < n; i++) {
                    waited.add(Duration.ofNanos(now - begin - waited.size() * EVERY_NANOS));
                }
            }
        }
        return waited;
    }
