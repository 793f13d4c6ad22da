// exercise: 4.4
// expect: rejected
// note: writes the whole buffer, however little was read
var thread = Thread.currentThread();
var taken = new CompletableFuture<Void>();
taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
    thread.interrupt();
    return null;
});
try {
    socket.getOutputStream().write(buffer);
} finally {
    taken.complete(null);
}
