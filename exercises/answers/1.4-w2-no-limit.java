// exercise: 1.4
// expect: rejected
// note: waits for ever for a server that says nothing
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    for (var seed = 0; seed < 2; seed++) {
        var message = new byte[50_000];
        new Random(seed).nextBytes(message);
        socket.getOutputStream().write(message);
        if (!Arrays.equals(socket.getInputStream().readNBytes(message.length), message)) {
            throw new AssertionError("not what was sent");
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() >= 0) {
        throw new AssertionError("more came back than was sent");
    }
}
