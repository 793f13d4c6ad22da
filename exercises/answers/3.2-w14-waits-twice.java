// exercise: 3.2
// expect: rejected
// note: hangs on the future twice: each wait becomes two loops
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
    again.whenComplete(this::resume);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
