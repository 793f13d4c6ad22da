// exercise: 1.4
// expect: rejected
// note: takes one read for the whole answer
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    for (var seed = 0; seed < 2; seed++) {
        var message = new byte[50_000];
        new Random(seed).nextBytes(message);
        socket.getOutputStream().write(message);
        var answer = new byte[50_000];
        var count = socket.getInputStream().read(answer);
        if (!Arrays.equals(Arrays.copyOf(answer, Math.max(0, count)), message)) {
            throw new AssertionError("not what was sent");
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() >= 0) {
        throw new AssertionError("more came back than was sent");
    }
}
