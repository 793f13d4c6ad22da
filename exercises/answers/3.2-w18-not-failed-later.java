// exercise: 3.2
// expect: rejected
// note: a future that fails later ends the loop, but well
try {
    var again = body.get();
    while (again.isDone()) {
        if (!again.join()) {
            finished.complete(null);
            return;
        }
        again = body.get();
    }
    again.whenComplete((more, failure) -> resume(failure == null && more, null));
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
