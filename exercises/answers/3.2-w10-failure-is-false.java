// exercise: 3.2
// expect: rejected
// note: a future that failed is taken for "no"
try {
    var again = body.get();
    while (again.isDone()) {
        if (!again.exceptionally(_ -> false).join()) {
            finished.complete(null);
            return;
        }
        again = body.get();
    }
    again.whenComplete(this::resume);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
