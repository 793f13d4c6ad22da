// exercise: 1.1
// expect: rejected
// note: off by one: the last byte of each read is kept
try (socket) {
    for (var count = read(); count >= 0; count = read()) {
        write(count - 1);
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
