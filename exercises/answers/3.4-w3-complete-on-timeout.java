// exercise: 3.4
// expect: rejected
// note: completes with nothing when the time is up
var limit = options.idleTimeout().toMillis();
return limit == 0 ? step : step.completeOnTimeout(null, limit, TimeUnit.MILLISECONDS);
