// exercise: 4.4
// expect: solved
// note: the timer closes the socket
var done = new CompletableFuture<Void>();
done.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
    try {
        socket.close();
    } catch (IOException e) {
        LOG.log(Level.DEBUG, "not closed", e);
    }
    return null;
});
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    done.complete(null);
}
