// exercise: 3.4
// expect: rejected
// note: sets the limit for a copy, and gives the original back
var limit = options.idleTimeout().toMillis();
if (limit > 0) {
    step.copy().orTimeout(limit, TimeUnit.MILLISECONDS);
}
return step;
