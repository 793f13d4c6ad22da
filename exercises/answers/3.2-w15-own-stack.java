// exercise: 3.2
// expect: rejected
// note: leaves it all to a thread of its own
CompletableFuture.runAsync(() -> {
    try {
        while (body.get().join()) {
            // again
        }
        finished.complete(null);
    } catch (RuntimeException | Error e) {
        finished.completeExceptionally(causeOf(e));
    }
});
