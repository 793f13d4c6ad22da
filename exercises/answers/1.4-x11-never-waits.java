// exercise: 1.4
// expect: rejected
// note: waits for no answer before it sends more, and does not see that the server hangs up after one
byte[] sent = new byte[60_000];
new Random(7).nextBytes(sent);
try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
    var back =
            java.util.concurrent.CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return socket.getInputStream().readNBytes(sent.length + 1);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    },
                    task -> Thread.ofVirtual().start(task));
    for (int from = 0; from < sent.length; from += 20_000) {
        socket.getOutputStream().write(sent, from, 20_000);
        Thread.sleep(50);
    }
    socket.shutdownOutput();
    if (!Arrays.equals(sent, back.get(4_500, java.util.concurrent.TimeUnit.MILLISECONDS))) {
        throw new AssertionError("not what was sent");
    }
} catch (InterruptedException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException e) {
    throw new IOException("it did not echo", e);
}
