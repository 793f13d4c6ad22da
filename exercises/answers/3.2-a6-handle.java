// exercise: 3.2
// expect: solved
// note: handle instead of whenComplete, and a loop over for
try {
    for (var again = body.get(); ; again = body.get()) {
        if (!again.isDone()) {
            again.handle((more, failure) -> {
                resume(more, failure);
                return null;
            });
            return;
        }
        if (!again.get()) {
            finished.complete(null);
            return;
        }
    }
} catch (java.util.concurrent.ExecutionException e) {
    finished.completeExceptionally(causeOf(e.getCause()));
} catch (Throwable e) {
    finished.completeExceptionally(causeOf(e));
}
