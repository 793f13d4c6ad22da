// exercise: 1.4
// expect: rejected
// note: sends more than all buffers hold before it reads
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    for (var i = 0; i < 2; i++) {
        var message = new byte[50_000_000];
        new Random(i).nextBytes(message);
        socket.getOutputStream().write(message);
        if (!Arrays.equals(socket.getInputStream().readNBytes(message.length), message)) {
            throw new AssertionError("wrong");
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() >= 0) {
        throw new AssertionError("more");
    }
}
