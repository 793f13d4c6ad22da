// exercise: 1.1
// expect: solved
// note: close() in a finally
try {
    int count = read();
    while (count >= 0) {
        write(count);
        count = read();
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
} finally {
    close();
}
