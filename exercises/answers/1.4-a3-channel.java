// exercise: 1.4
// expect: solved
// note: a channel, read by another thread with a limit
try (var channel = java.nio.channels.SocketChannel.open(server)) {
    var failed = new java.util.concurrent.CompletableFuture<Void>();
    var reader = new Thread(() -> {
        try {
            for (int round = 0; round < 2; round++) {
                var random = new Random(round);
                var sent = new byte[30_000];
                random.nextBytes(sent);
                channel.write(java.nio.ByteBuffer.wrap(sent));
                var got = java.nio.ByteBuffer.allocate(sent.length);
                while (got.hasRemaining()) {
                    if (channel.read(got) < 0) {
                        throw new IOException("the end came too soon");
                    }
                }
                if (!Arrays.equals(got.array(), sent)) {
                    throw new IOException("wrong bytes");
                }
            }
            channel.shutdownOutput();
            if (channel.read(java.nio.ByteBuffer.allocate(1)) >= 0) {
                throw new IOException("too much");
            }
            failed.complete(null);
        } catch (Throwable e) {
            failed.completeExceptionally(e);
        }
    });
    reader.setDaemon(true);
    reader.start();
    try {
        failed.get(4, java.util.concurrent.TimeUnit.SECONDS);
    } catch (Exception e) {
        throw new IOException("the server is wrong", e);
    }
}
