// exercise: 3.2
// expect: rejected
// note: leaves without a word when the future is not complete
try {
    var again = body.get();
    while (again.isDone()) {
        if (!again.join()) {
            finished.complete(null);
            return;
        }
        again = body.get();
    }
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
