// exercise: 3.2
// expect: solved
// note: one call of the body, in an endless loop
while (true) {
    CompletableFuture<Boolean> again;
    try {
        again = body.get();
    } catch (RuntimeException | Error e) {
        finished.completeExceptionally(causeOf(e));
        return;
    }
    if (!again.isDone()) {
        again.whenComplete(this::resume);
        return;
    }
    if (again.isCompletedExceptionally()) {
        finished.completeExceptionally(causeOf(again.exceptionNow()));
        return;
    }
    if (!again.resultNow()) {
        finished.complete(null);
        return;
    }
}
