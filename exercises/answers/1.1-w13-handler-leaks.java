// exercise: 1.1
// expect: rejected
// note: close() behind the try: not reached when the handler throws
try {
    for (var count = read(); count >= 0; count = read()) {
        write(count);
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
close();
