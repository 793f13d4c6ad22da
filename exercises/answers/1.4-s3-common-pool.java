// exercise: 1.4
// expect: solved
// note: each round runs in the common pool, where a read without a limit waits for as long as the server is there
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    for (var round = 0; round < 2; round++) {
        var message = new byte[30_000 + round];
        new Random().nextBytes(message);
        socket.getOutputStream().write(message);
        var answer = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
            try {
                return socket.getInputStream().readNBytes(message.length);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        if (!Arrays.equals(answer.orTimeout(2, java.util.concurrent.TimeUnit.SECONDS).join(), message)) {
            throw new AssertionError("not what was sent");
        }
    }
    socket.shutdownOutput();
    var end = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
        try {
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    });
    if (end.orTimeout(2, java.util.concurrent.TimeUnit.SECONDS).join() >= 0) {
        throw new AssertionError("more came back than was sent");
    }
}
