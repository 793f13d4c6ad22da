// exercise: 1.1
// expect: rejected
// note: reads in the condition and again in the body
try (socket) {
    while (read() >= 0) {
        var count = read();
        if (count > 0) {
            write(count);
        }
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
