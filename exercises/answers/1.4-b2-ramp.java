// exercise: 1.4
// expect: solved
// note: bytes that count up, and begin again after 256
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);
    for (int round = 0; round < 2; round++) {
        byte[] sent = new byte[65_536];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i + round);
        }
        socket.getOutputStream().write(sent);
        for (int i = 0; i < sent.length; i++) {
            int b = socket.getInputStream().read();
            if (b != (sent[i] & 0xff)) {
                throw new AssertionError("byte " + i + " of round " + round + " came back as " + b);
            }
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() != -1) {
        throw new AssertionError("more came back");
    }
}
