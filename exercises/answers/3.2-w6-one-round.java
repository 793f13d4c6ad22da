// exercise: 3.2
// expect: rejected
// note: an if where a while belongs: half the turns are recursive
try {
    var again = body.get();
    if (again.isDone()) {
        if (!again.join()) {
            finished.complete(null);
            return;
        }
        again = body.get();
    }
    again.whenComplete(this::resume);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
