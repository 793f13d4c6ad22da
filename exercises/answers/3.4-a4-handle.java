// exercise: 3.4
// expect: solved
// note: both cases by hand, then flattened
var limit = options.idleTimeout();
if (!limit.isPositive()) {
    return step;
}
return step.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
        .handleAsync(
                (value, failure) ->
                        failure == null
                                ? CompletableFuture.completedFuture(value)
                                : CompletableFuture.<T>failedFuture(failure),
                loop)
        .thenCompose(future -> future);
