// exercise: 1.1
// expect: rejected
// note: takes "nothing there yet" for the end
try (socket) {
    while (socket.getInputStream().available() > 0) {
        write(read());
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
