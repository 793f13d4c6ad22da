// exercise: 2.8
// expect: solved
// note: reads all to the end at once
var message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    socket.getOutputStream().write(message);
    socket.shutdownOutput();
    if (!Arrays.equals(socket.getInputStream().readAllBytes(), message)) {
        throw new AssertionError("not what was sent");
    }
}
