// exercise: 1.1
// expect: either
// note: the JDK's own loop: right to the byte, but nobody is told, and the buffer has not the size of the options
try (socket) {
    socket.getInputStream().transferTo(socket.getOutputStream());
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
