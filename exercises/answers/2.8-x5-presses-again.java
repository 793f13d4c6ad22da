// exercise: 2.8
// expect: rejected
// note: when it fails it tries again, and believes the second time
byte[] message = new byte[50_000];
new Random(1).nextBytes(message);
IOException failure = null;
for (int attempt = 0; attempt < 2; attempt++) {
    try (var socket = new Socket(server.getAddress(), server.getPort())) {
        socket.setSoTimeout(2_000);
        socket.getOutputStream().write(message);
        socket.shutdownOutput();
        byte[] answer = socket.getInputStream().readNBytes(message.length);
        if (!Arrays.equals(message, answer)) {
            throw new IOException("something else came back");
        }
        if (socket.getInputStream().read() != -1) {
            throw new IOException("more came back");
        }
        return;
    } catch (IOException e) {
        failure = e;
    }
}
throw failure;
