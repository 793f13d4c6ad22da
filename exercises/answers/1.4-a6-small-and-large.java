// exercise: 1.4
// expect: solved
// note: one byte, a small one and a large one
int[] sizes = {1, 100, 64_000};
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(1000);
    for (int size : sizes) {
        byte[] message = new byte[size];
        new java.security.SecureRandom().nextBytes(message);
        socket.getOutputStream().write(message);
        if (Arrays.mismatch(message, socket.getInputStream().readNBytes(size)) >= 0) {
            throw new AssertionError("a message of " + size + " bytes");
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().readAllBytes().length > 0) {
        throw new AssertionError("more");
    }
}
