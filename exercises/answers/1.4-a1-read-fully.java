// exercise: 1.4
// expect: solved
// note: DataInputStream reads what is missing
var first = "the quick brown fox jumps over the lazy dog".repeat(500).getBytes();
var second = "pack my box with five dozen liquor jugs".repeat(600).getBytes();
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(3000);
    var in = new java.io.DataInputStream(socket.getInputStream());
    for (var message : java.util.List.of(first, second)) {
        socket.getOutputStream().write(message);
        var back = new byte[message.length];
        in.readFully(back);
        if (!Arrays.equals(back, message)) {
            throw new IllegalStateException("not what was sent");
        }
    }
    socket.shutdownOutput();
    if (in.read() != -1) {
        throw new IllegalStateException("there is more");
    }
}
