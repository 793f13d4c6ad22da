// exercise: 2.8
// expect: rejected
// note: ends the side that it wants to read
var message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    socket.getOutputStream().write(message);
    socket.shutdownInput();
    if (!Arrays.equals(socket.getInputStream().readAllBytes(), message)) {
        throw new AssertionError("not what was sent");
    }
}
