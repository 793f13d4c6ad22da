// exercise: 1.4
// expect: rejected
// note: counts the bytes and does not look at them
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    for (var i = 0; i < 2; i++) {
        var message = new byte[50_000];
        new Random(i).nextBytes(message);
        socket.getOutputStream().write(message);
        if (socket.getInputStream().readNBytes(message.length).length != message.length) {
            throw new AssertionError("too few");
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() >= 0) {
        throw new AssertionError("more");
    }
}
