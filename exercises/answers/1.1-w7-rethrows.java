// exercise: 1.1
// expect: rejected
// note: a client that breaks off becomes a failure of the server
try (socket) {
    for (var count = read(); count >= 0; count = read()) {
        write(count);
    }
} catch (IOException e) {
    throw new java.io.UncheckedIOException("the connection broke", e);
}
