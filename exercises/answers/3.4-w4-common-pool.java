// exercise: 3.4
// expect: rejected
// note: async, but not on the loop
var limit = options.idleTimeout().toMillis();
return limit == 0
        ? step
        : step.orTimeout(limit, TimeUnit.MILLISECONDS)
                .exceptionallyComposeAsync(CompletableFuture::failedFuture);
