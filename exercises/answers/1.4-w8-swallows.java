// exercise: 1.4
// expect: rejected
// note: a time-out is caught, and nothing said
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    for (var i = 0; i < 2; i++) {
        var message = new byte[50_000];
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
} catch (IOException e) {
    System.out.println("no answer: " + e);
}
