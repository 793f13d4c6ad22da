// exercise: 2.8
// expect: rejected
// note: gives the server time before it ends its side
var message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    socket.getOutputStream().write(message);
    Thread.sleep(1_500);
    socket.shutdownOutput();
    if (!Arrays.equals(socket.getInputStream().readAllBytes(), message)) {
        throw new AssertionError("not what was sent");
    }
} catch (InterruptedException e) {
    throw new IOException(e);
}
