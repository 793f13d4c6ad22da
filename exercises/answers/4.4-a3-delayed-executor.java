// exercise: 4.4
// expect: solved
// note: a task of a delayed executor that looks at a flag
var open = new java.util.concurrent.atomic.AtomicBoolean(true);
var writer = Thread.currentThread();
CompletableFuture.delayedExecutor(options.idleTimeout().toNanos(), TimeUnit.NANOSECONDS)
        .execute(() -> {
            if (open.getAndSet(false)) {
                writer.interrupt();
            }
        });
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    open.set(false);
}
