// exercise: 4.4
// expect: rejected
// note: clears an interrupt that was not its own: who closes the server is not heard
var thread = Thread.currentThread();
var taken = new CompletableFuture<Void>();
taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
    thread.interrupt();
    return null;
});
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    taken.complete(null);
    Thread.interrupted();
}
