// exercise: 3.4
// expect: solved
// note: a promise of its own, completed on the loop
if (options.idleTimeout().isZero()) {
    return step;
}
var result = new CompletableFuture<T>();
step.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                loop.execute(() -> result.completeExceptionally(failure));
            }
        });
return result;
