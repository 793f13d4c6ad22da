// exercise: 3.2
// expect: solved
// note: getNow with a null for "not yet"
try {
    CompletableFuture<Boolean> turn;
    Boolean again;
    do {
        turn = body.get();
        again = turn.getNow(null);
    } while (again != null && again);
    if (again == null) {
        turn.whenComplete(this::resume);
    } else {
        finished.complete(null);
    }
} catch (Throwable failure) {
    finished.completeExceptionally(causeOf(failure));
}
