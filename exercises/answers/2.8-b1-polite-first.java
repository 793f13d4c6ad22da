// exercise: 2.8
// expect: solved
// note: waits for its first answer, and not for the second
var random = new Random();
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    byte[] hello = new byte[10];
    random.nextBytes(hello);
    byte[] rest = new byte[60_000];
    random.nextBytes(rest);
    socket.setSoTimeout(2_000);
    socket.getOutputStream().write(hello);
    if (!Arrays.equals(hello, socket.getInputStream().readNBytes(hello.length))) {
        throw new AssertionError("not even the first");
    }
    socket.getOutputStream().write(rest);
    socket.shutdownOutput();
    for (int i = 0; i < rest.length; i++) {
        int b = socket.getInputStream().read();
        if (b == -1) {
            throw new AssertionError("ended after " + i);
        }
        if ((byte) b != rest[i]) {
            throw new AssertionError("byte " + i + " is another");
        }
    }
    if (socket.getInputStream().read() != -1) {
        throw new AssertionError("one more");
    }
}
