// exercise: 1.1
// expect: rejected
// note: takes a read that does not fill the buffer for the last one
try (socket) {
    int count;
    do {
        count = read();
        if (count > 0) {
            write(count);
        }
    } while (count == buffer.length);
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
