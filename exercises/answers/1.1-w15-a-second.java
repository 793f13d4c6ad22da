// exercise: 1.1
// expect: rejected
// note: a client that says nothing for a second is cut
try (socket) {
    socket.setSoTimeout(1000);
    for (var count = read(); count >= 0; count = read()) {
        write(count);
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
