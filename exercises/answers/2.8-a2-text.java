// exercise: 2.8
// expect: solved
// note: lines of text, and a reader
var text = "The client is done with sending, and wants its answer.\n".repeat(800);
try (Socket socket = new Socket()) {
    socket.connect(server, 2000);
    socket.setSoTimeout(3000);
    socket.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    socket.shutdownOutput();
    var reader = new java.io.InputStreamReader(socket.getInputStream(), java.nio.charset.StandardCharsets.UTF_8);
    var all = new java.io.StringWriter();
    reader.transferTo(all);
    if (!all.toString().equals(text)) {
        throw new IOException("the server answered " + all.toString().length() + " characters");
    }
}
