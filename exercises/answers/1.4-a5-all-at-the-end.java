// exercise: 1.4
// expect: solved
// note: reads the rest of the stream at the end and compares the whole
var random = new Random();
var sent = new byte[60_000];
random.nextBytes(sent);
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2000);
    var out = socket.getOutputStream();
    var in = socket.getInputStream();
    var all = new java.io.ByteArrayOutputStream();
    out.write(sent, 0, 20_000);
    all.writeBytes(in.readNBytes(20_000));
    out.write(sent, 20_000, 40_000);
    socket.shutdownOutput();
    all.writeBytes(in.readAllBytes());
    if (!Arrays.equals(sent, all.toByteArray())) {
        throw new AssertionError("sent " + sent.length + " bytes, got " + all.size());
    }
}
