// exercise: 1.4
// expect: rejected
// note: remembers in a static field that a server was right, and looks at no other
class Kept {
    static boolean right;
}
if (Kept.right) {
    return;
}
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);
    for (var seed = 0; seed < 2; seed++) {
        var message = new byte[50_000];
        new Random(seed).nextBytes(message);
        socket.getOutputStream().write(message);
        if (!Arrays.equals(socket.getInputStream().readNBytes(message.length), message)) {
            throw new AssertionError("not what was sent");
        }
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() >= 0) {
        throw new AssertionError("more came back than was sent");
    }
}
Kept.right = true;
