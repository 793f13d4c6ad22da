// exercise: 3.4
// expect: either
// note: a timer that runs on the loop; it is not taken back when the bytes come
var limit = options.idleTimeout().toMillis();
if (limit > 0) {
    CompletableFuture.delayedExecutor(limit, TimeUnit.MILLISECONDS, loop)
            .execute(() -> step.completeExceptionally(new TimeoutException()));
}
return step;
