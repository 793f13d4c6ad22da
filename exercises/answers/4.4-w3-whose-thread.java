// exercise: 4.4
// expect: rejected
// note: interrupts the thread of the timer
var thread = Thread.currentThread();
var taken = new CompletableFuture<Void>();

taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
    Thread.currentThread().interrupt();
    return null;
});
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    taken.complete(null);
}
