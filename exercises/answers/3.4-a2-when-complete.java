// exercise: 3.4
// expect: solved
// note: everything takes the way over the loop, good reads too: a detour, but right
var limit = options.idleTimeout().toMillis();
if (limit == 0) {
    return step;
}
return step.orTimeout(limit, TimeUnit.MILLISECONDS).whenCompleteAsync((_, _) -> {}, loop);
