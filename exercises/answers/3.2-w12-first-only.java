// exercise: 3.2
// expect: rejected
// note: guards the first call of the body and no other
CompletableFuture<Boolean> again;
try {
    again = body.get();
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
    return;
}
while (again.isDone()) {
    if (!again.join()) {
        finished.complete(null);
        return;
    }
    again = body.get();
}
again.whenComplete(this::resume);
