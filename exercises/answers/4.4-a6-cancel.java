// exercise: 4.4
// expect: solved
// note: cancels the timer instead of completing it
var thread = Thread.currentThread();
var timer = new CompletableFuture<Void>()
        .completeOnTimeout(null, options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
timer.thenRun(thread::interrupt);
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    timer.cancel(false);
}
