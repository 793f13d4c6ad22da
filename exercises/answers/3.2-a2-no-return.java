// exercise: 3.2
// expect: solved
// note: only true goes round; all else is for resume, at once or later
try {
    var again = body.get();
    while (again.isDone() && again.join()) {
        again = body.get();
    }
    again.whenComplete(this::resume);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
