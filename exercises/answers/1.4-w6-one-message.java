// exercise: 1.4
// expect: rejected
// note: one message and no second
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    var message = new byte[50_000];
    new Random().nextBytes(message);
    socket.getOutputStream().write(message);
    if (!Arrays.equals(socket.getInputStream().readNBytes(message.length), message)) {
        throw new AssertionError("wrong");
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() >= 0) {
        throw new AssertionError("more");
    }
}
