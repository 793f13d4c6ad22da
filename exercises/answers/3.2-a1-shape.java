// exercise: 3.2
// expect: solved
// note: as in the hint
try {
    var again = body.get();
    while (again.isDone()) {
        if (!again.join()) {
            finished.complete(null);
            return;
        }
        again = body.get();
    }
    again.whenComplete(this::resume);
} catch (RuntimeException e) {
    finished.completeExceptionally(causeOf(e));
}
