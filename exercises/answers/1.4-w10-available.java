// exercise: 1.4
// expect: rejected
// note: looks at what is there before it has come
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    var message = new byte[5_000];
    new Random().nextBytes(message);
    for (var i = 0; i < 2; i++) {
        socket.getOutputStream().write(message);
        var answer = new byte[socket.getInputStream().available()];
        socket.getInputStream().readNBytes(answer, 0, answer.length);
        if (!Arrays.equals(answer, message)) {
            throw new AssertionError("wrong");
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() >= 0) {
        throw new AssertionError("more");
    }
}
