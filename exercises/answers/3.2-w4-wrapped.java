// exercise: 3.2
// expect: either
// note: fails with the wrapping and all: who looks into the future sees the same, who hangs on it has to unwrap
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
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(e);
}
