// exercise: 4.4
// expect: rejected
// note: begins to count when the write is over
var thread = Thread.currentThread();
var taken = new CompletableFuture<Void>();

socket.getOutputStream().write(buffer, 0, count);
taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
    thread.interrupt();
    return null;
});
taken.complete(null);
