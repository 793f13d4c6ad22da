// exercise: 3.2
// expect: rejected
// note: says that all is finished when it leaves to wait
try {
    var again = body.get();
    while (again.isDone()) {
        if (!again.join()) {
            break;
        }
        again = body.get();
    }
    again.whenComplete(this::resume);
    finished.complete(null);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
