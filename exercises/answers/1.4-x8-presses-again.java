// exercise: 1.4
// expect: rejected
// note: when it fails it tries again, and believes the second time
for (int attempt = 1; ; attempt++) {
    try (var socket = new Socket(server.getAddress(), server.getPort())) {
        socket.setSoTimeout(1_000);
        for (int i = 0; i < 2; i++) {
            byte[] message = new byte[50_000];
            new Random(i).nextBytes(message);
            socket.getOutputStream().write(message);
            byte[] answer = socket.getInputStream().readNBytes(message.length);
            if (!Arrays.equals(message, answer)) {
                throw new IOException("message " + i + " came back as something else");
            }
        }
        socket.shutdownOutput();
        if (socket.getInputStream().read() != -1) {
            throw new IOException("more came back");
        }
        return;
    } catch (IOException e) {
        if (attempt == 2) {
            throw e;
        }
    }
}
