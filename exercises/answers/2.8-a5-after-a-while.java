// exercise: 2.8
// expect: solved
// note: talks a little before, and keeps the last message for the end
var message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    var out = socket.getOutputStream();
    var in = socket.getInputStream();
    out.write(message, 0, 100);
    var first = in.readNBytes(100);
    out.write(message, 100, message.length - 100);
    socket.shutdownOutput();
    var second = in.readNBytes(message.length - 100);
    if (Arrays.mismatch(message, 0, 100, first, 0, first.length) >= 0
            || Arrays.mismatch(message, 100, message.length, second, 0, second.length) >= 0) {
        throw new AssertionError("not what was sent");
    }
    if (in.read() != -1) {
        throw new AssertionError("no end");
    }
}
