// exercise: 2.8
// expect: rejected
// note: counts the bytes
var message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    socket.getOutputStream().write(message);
    socket.shutdownOutput();
    if (socket.getInputStream().readAllBytes().length != message.length) {
        throw new AssertionError("not as many as were sent");
    }
}
