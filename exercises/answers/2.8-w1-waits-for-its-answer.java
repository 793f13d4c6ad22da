// exercise: 2.8
// expect: rejected
// note: ends its side when it has all
var message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    socket.getOutputStream().write(message);
    var answer = socket.getInputStream().readNBytes(message.length);
    socket.shutdownOutput();
    if (!Arrays.equals(answer, message) || socket.getInputStream().read() >= 0) {
        throw new AssertionError("not what was sent");
    }
}
