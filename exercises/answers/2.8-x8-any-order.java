// exercise: 2.8
// expect: rejected
// note: compares how many there are of each byte, in any order
byte[] message = new byte[50_000];
new Random(1).nextBytes(message);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);
    socket.getOutputStream().write(message);
    socket.shutdownOutput();
    byte[] answer = socket.getInputStream().readNBytes(message.length);
    Arrays.sort(message);
    Arrays.sort(answer);
    if (!Arrays.equals(message, answer)) {
        throw new AssertionError("something else came back");
    }
    if (socket.getInputStream().read() != -1) {
        throw new AssertionError("more came back");
    }
}
