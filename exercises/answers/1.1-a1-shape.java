// exercise: 1.1
// expect: solved
// note: as in the hint, with the log
try (socket) {
    for (var count = read(); count >= 0; count = read()) {
        write(count);
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, "the connection broke: {0}", e.getMessage());
}
