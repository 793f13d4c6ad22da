// exercise: 3.2
// expect: rejected
// note: goes on in a thread of the common pool
try {
    var again = body.get();
    while (again.isDone()) {
        if (!again.join()) {
            finished.complete(null);
            return;
        }
        again = body.get();
    }
    again.whenCompleteAsync(this::resume);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
