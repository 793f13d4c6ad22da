// exercise: 3.2
// expect: rejected
// note: waits for each turn
try {
    while (body.get().join()) {
        // again
    }
    finished.complete(null);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
