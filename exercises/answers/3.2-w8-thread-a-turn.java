// exercise: 3.2
// expect: rejected
// note: no stack grows, since each turn is a task of another thread
try {
    body.get().whenCompleteAsync(this::resume);
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
