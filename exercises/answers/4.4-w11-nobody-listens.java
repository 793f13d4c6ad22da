// exercise: 4.4
// expect: rejected
// note: the future fails, and nobody does anything
var thread = Thread.currentThread();
var taken = new CompletableFuture<Void>();

taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    taken.complete(null);
}
