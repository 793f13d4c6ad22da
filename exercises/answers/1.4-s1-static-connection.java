// exercise: 1.4
// expect: solved
// note: keeps the connection and the message in static fields, new ones for each server
class Kept {
    static Socket socket;
    static byte[] message;
}
Kept.socket = new Socket(server.getAddress(), server.getPort());
try {
    Kept.socket.setSoTimeout(2_000);
    for (var round = 0; round < 2; round++) {
        Kept.message = new byte[40_000];
        new Random().nextBytes(Kept.message);
        Kept.socket.getOutputStream().write(Kept.message);
        if (!Arrays.equals(Kept.socket.getInputStream().readNBytes(40_000), Kept.message)) {
            throw new AssertionError("not what was sent");
        }
    }
    Kept.socket.shutdownOutput();
    if (Kept.socket.getInputStream().read() >= 0) {
        throw new AssertionError("more came back than was sent");
    }
} finally {
    Kept.socket.close();
}
