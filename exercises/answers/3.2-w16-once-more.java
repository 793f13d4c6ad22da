// exercise: 3.2
// expect: rejected
// note: asks the body once more after it said false
try {
    var more = true;
    var again = body.get();
    while (again.isDone()) {
        if (!more) {
            finished.complete(null);
            return;
        }
        more = again.join();
        again = body.get();
    }
    again.whenComplete(this::resume);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
