// exercise: 2.8
// expect: rejected
// note: takes a reset for an end
var message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    socket.getOutputStream().write(message);
    socket.shutdownOutput();
    if (!Arrays.equals(socket.getInputStream().readNBytes(message.length), message)) {
        throw new AssertionError("not what was sent");
    }
    try {
        if (socket.getInputStream().read() >= 0) {
            throw new AssertionError("more");
        }
    } catch (java.net.SocketException e) {
        // ended
    }
}
