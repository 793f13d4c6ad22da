// exercise: 1.1
// expect: rejected
// note: the first bytes are read and forgotten
try (socket) {
    var count = read();
    while ((count = read()) >= 0) {
        write(count);
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
