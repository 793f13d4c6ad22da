// exercise: 1.1
// expect: rejected
// note: collects, and answers when the client has ended its side
try (socket) {
    var all = new java.io.ByteArrayOutputStream();
    for (var count = read(); count >= 0; count = read()) {
        all.write(buffer, 0, count);
    }
    all.writeTo(socket.getOutputStream());
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
