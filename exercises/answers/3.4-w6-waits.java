// exercise: 3.4
// expect: rejected
// note: waits in the loop's thread
try {
    return CompletableFuture.completedFuture(
            step.get(Math.max(1, options.idleTimeout().toMillis()), TimeUnit.MILLISECONDS));
} catch (Exception e) {
    return CompletableFuture.failedFuture(e);
}
