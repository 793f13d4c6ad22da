// exercise: 4.4
// expect: rejected
// note: takes the limit back before it writes
var thread = Thread.currentThread();
var taken = new CompletableFuture<Void>();

taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
    thread.interrupt();
    return null;
});
taken.complete(null);
socket.getOutputStream().write(buffer, 0, count);
