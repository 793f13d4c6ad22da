// exercise: 2.8
// expect: rejected
// note: waits for ever for an end
var message = new byte[50_000];
new Random(1).nextBytes(message);

try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.getOutputStream().write(message);
    socket.shutdownOutput();
    if (!Arrays.equals(socket.getInputStream().readAllBytes(), message)) {
        throw new AssertionError("not what was sent");
    }
}
