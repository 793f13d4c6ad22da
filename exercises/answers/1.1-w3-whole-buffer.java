// exercise: 1.1
// expect: rejected
// note: sends the whole buffer back
try (socket) {
    for (var count = read(); count >= 0; count = read()) {
        write(buffer.length);
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
