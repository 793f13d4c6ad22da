// exercise: 1.4
// expect: solved
// note: sets the limit of each read to what is left of one deadline
long deadline = System.nanoTime() + 4_500_000_000L;
try (var socket = new Socket()) {
    socket.connect(server, 4_500);
    var in = socket.getInputStream();
    for (int round = 1; round <= 3; round++) {
        byte[] sent = new byte[round * 12_345];
        new Random(round).nextBytes(sent);
        socket.getOutputStream().write(sent);
        if (round == 3) {
            socket.shutdownOutput();
        }
        for (byte expected : sent) {
            socket.setSoTimeout((int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            int b = in.read();
            if (b != (expected & 0xff)) {
                throw new IOException("expected " + expected + ", got " + b);
            }
        }
    }
    socket.setSoTimeout((int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    if (in.read() != -1) {
        throw new IOException("not the end");
    }
}
