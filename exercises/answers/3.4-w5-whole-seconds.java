// exercise: 3.4
// expect: rejected
// note: whole seconds: less than one is no limit
var limit = options.idleTimeout().toSeconds();
return limit == 0
        ? step
        : step.orTimeout(limit, TimeUnit.SECONDS)
                .exceptionallyComposeAsync(CompletableFuture::failedFuture, loop);
