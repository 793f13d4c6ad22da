// exercise: 4.4
// expect: rejected
// note: the timer is left behind when the write fails
var thread = Thread.currentThread();
var taken = new CompletableFuture<Void>();

taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
    thread.interrupt();
    return null;
});
socket.getOutputStream().write(buffer, 0, count);
taken.complete(null);
