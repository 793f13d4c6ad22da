// exercise: 2.8
// expect: rejected
// note: a byte more is not seen when it is a zero
byte[] message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);
    socket.getOutputStream().write(message);
    socket.shutdownOutput();
    byte[] answer = socket.getInputStream().readNBytes(message.length);
    if (!Arrays.equals(message, answer)) {
        throw new AssertionError("something else came back");
    }
    if (socket.getInputStream().read() > 0) {
        throw new AssertionError("more came back");
    }
}
