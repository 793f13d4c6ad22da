// exercise: 2.8
// expect: solved
// note: another thread reads while the first sends
var message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    var answer = new java.util.concurrent.FutureTask<byte[]>(() -> socket.getInputStream().readAllBytes());
    Thread.ofVirtual().start(answer);
    socket.getOutputStream().write(message);
    socket.shutdownOutput();
    if (!Arrays.equals(answer.get(), message)) {
        throw new AssertionError("not what was sent");
    }
} catch (InterruptedException | java.util.concurrent.ExecutionException e) {
    throw new IOException("the answer did not come", e);
}
