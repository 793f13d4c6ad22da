// exercise: 1.4
// expect: rejected
// note: a byte more is not seen when it is a zero
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);
    for (int i = 0; i < 2; i++) {
        byte[] message = new byte[50_000];
        new Random(i).nextBytes(message);
        socket.getOutputStream().write(message);
        byte[] answer = socket.getInputStream().readNBytes(message.length);
        if (!Arrays.equals(message, answer)) {
            throw new AssertionError("message " + i + " came back as something else");
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() > 0) {
        throw new AssertionError("more came back");
    }
}
