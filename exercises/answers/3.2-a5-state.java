// exercise: 3.2
// expect: solved
// note: a switch over the state
try {
    for (; ; ) {
        var turn = body.get();
        switch (turn.state()) {
            case RUNNING -> {
                turn.whenComplete(this::resume);
                return;
            }
            case SUCCESS -> {
                if (!turn.resultNow()) {
                    finished.complete(null);
                    return;
                }
            }
            case FAILED, CANCELLED -> {
                turn.whenComplete(this::resume);
                return;
            }
        }
    }
} catch (RuntimeException | Error e) {
    finished.completeExceptionally(causeOf(e));
}
