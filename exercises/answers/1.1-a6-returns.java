// exercise: 1.1
// expect: solved
// note: returns from inside, and catches whatever comes
try (socket) {
    for (; ; ) {
        int count = read();
        if (count == -1) {
            return;
        }
        write(count);
    }
} catch (Exception e) {
    LOG.log(Level.DEBUG, "over", e);
}
