// exercise: 3.4
// expect: rejected
// note: the way back to the loop hangs before the limit
var limit = options.idleTimeout().toMillis();
return limit == 0
        ? step
        : step.exceptionallyComposeAsync(CompletableFuture::failedFuture, loop)
                .orTimeout(limit, TimeUnit.MILLISECONDS);
