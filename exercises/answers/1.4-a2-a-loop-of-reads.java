// exercise: 1.4
// expect: solved
// note: reads in a loop until all is there
try (Socket socket = new Socket()) {
    socket.connect(server, 1000);
    socket.setSoTimeout(1500);
    for (int round = 0; round < 3; round++) {
        byte[] sent = new byte[20_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31 + i / 256 + round * 7);
        }
        socket.getOutputStream().write(sent);
        byte[] got = new byte[sent.length];
        int at = 0;
        while (at < got.length) {
            int n = socket.getInputStream().read(got, at, got.length - at);
            if (n < 0) {
                throw new AssertionError("the server hung up after " + at + " bytes");
            }
            at += n;
        }
        if (!Arrays.equals(sent, got)) {
            throw new AssertionError("round " + round + " differs");
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() != -1) {
        throw new AssertionError("something after the end");
    }
}
