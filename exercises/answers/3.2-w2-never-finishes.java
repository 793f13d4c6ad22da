// exercise: 3.2
// expect: rejected
// note: goes when the body says false, and tells nobody
try {
    var again = body.get();
    while (again.isDone()) {
        if (!again.join()) {
            return;
        }
        again = body.get();
    }
    again.whenComplete(this::resume);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
