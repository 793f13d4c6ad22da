// exercise: 3.2
// expect: rejected
// note: thenAccept: a future that fails later ends the loop for nobody
try {
    var again = body.get();
    while (again.isDone()) {
        if (!again.join()) {
            finished.complete(null);
            return;
        }
        again = body.get();
    }
    again.thenAccept(more -> resume(more, null));
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
