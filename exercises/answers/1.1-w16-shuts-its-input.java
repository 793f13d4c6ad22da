// exercise: 1.1
// expect: rejected
// note: shuts its input down at the end, and the socket stays
try {
    for (var count = read(); count >= 0; count = read()) {
        write(count);
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
} finally {
    try {
        socket.shutdownInput();
    } catch (IOException e) {
        LOG.log(Level.DEBUG, e.getMessage());
    }
}
