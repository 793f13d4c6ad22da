// exercise: 4.4
// expect: rejected
// note: takes milliseconds for seconds
var thread = Thread.currentThread();
var taken = new CompletableFuture<Void>();

taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.SECONDS).exceptionally(_ -> {
    thread.interrupt();
    return null;
});
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    taken.complete(null);
}
