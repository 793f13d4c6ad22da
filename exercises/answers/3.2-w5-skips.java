// exercise: 3.2
// expect: rejected
// note: calls the body twice a turn, and forgets what one of them said
try {
    while (body.get().isDone()) {
        var again = body.get();
        if (!again.join()) {
            finished.complete(null);
            return;
        }
    }
    body.get().whenComplete(this::resume);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
