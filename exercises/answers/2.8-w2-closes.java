// exercise: 2.8
// expect: rejected
// note: closes both sides, and has nothing to read
var message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    socket.getOutputStream().write(message);
    socket.close();
    if (!socket.isClosed()) {
        throw new AssertionError("it is open");
    }
}
