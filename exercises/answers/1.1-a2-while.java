// exercise: 1.1
// expect: solved
// note: an assignment in the condition
try (socket) {
    int count;
    while ((count = read()) != -1) {
        write(count);
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, "the connection broke", e);
}
