// exercise: 1.1
// expect: solved
// note: do while, with a catch that closes and an end that closes
try {
    var count = 0;
    do {
        if (count > 0) {
            write(count);
        }
        count = read();
    } while (count >= 0);
    close();
} catch (Throwable failure) {
    LOG.log(Level.DEBUG, "the connection broke", failure);
    close();
}
