// exercise: 1.1
// expect: rejected
// note: writes each message twice
try (socket) {
    var count = read();
    while (count >= 0) {
        write(count);
        write(count);
        count = read();
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
