// exercise: 3.4
// expect: rejected
// note: only what went well is brought back to the loop
var limit = options.idleTimeout().toMillis();
return limit == 0
        ? step
        : step.orTimeout(limit, TimeUnit.MILLISECONDS).thenApplyAsync(value -> value, loop);
