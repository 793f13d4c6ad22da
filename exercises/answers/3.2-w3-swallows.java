// exercise: 3.2
// expect: rejected
// note: a body that throws ends the loop as if it had said false
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
    finished.complete(null);
}
