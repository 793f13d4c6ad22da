// exercise: 3.2
// expect: rejected
// note: spins until the future is there
try {
    var again = body.get();
    while (true) {
        while (!again.isDone()) {
            Thread.onSpinWait();
        }
        if (!again.join()) {
            finished.complete(null);
            return;
        }
        again = body.get();
    }
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
