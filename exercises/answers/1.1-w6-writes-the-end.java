// exercise: 1.1
// expect: rejected
// note: writes -1, and that throws
try (socket) {
    while (!socket.isClosed()) {
        write(read());
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
