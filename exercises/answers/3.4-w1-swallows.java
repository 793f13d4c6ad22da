// exercise: 3.4
// expect: rejected
// note: a time that is up becomes a value
var limit = options.idleTimeout().toMillis();
return limit == 0
        ? step
        : step.orTimeout(limit, TimeUnit.MILLISECONDS).exceptionallyAsync(_ -> null, loop);
