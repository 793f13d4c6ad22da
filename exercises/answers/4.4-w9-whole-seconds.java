// exercise: 4.4
// expect: rejected
// note: rounds the time down to seconds
var thread = Thread.currentThread();
var taken = new CompletableFuture<Void>();

taken.orTimeout(options.idleTimeout().toSeconds(), TimeUnit.SECONDS).exceptionally(_ -> {
    thread.interrupt();
    return null;
});
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    taken.complete(null);
}
