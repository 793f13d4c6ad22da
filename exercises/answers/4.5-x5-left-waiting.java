// exercise: 4.5
// expect: rejected
// note: when the text cannot be fetched, who waits for it waits for ever
    private static final java.util.concurrent.atomic.AtomicReference<
                    java.util.concurrent.CompletableFuture<String>>
            KNOWN = new java.util.concurrent.atomic.AtomicReference<>();

    static String text() {
        var mine = new java.util.concurrent.CompletableFuture<String>();
        var first = KNOWN.compareAndExchange(null, mine);
        if (first != null) {
            return first.join();
        }
        try {
            var text = NewsDesk.fetch();
            mine.complete(text);
            return text;
        } catch (IllegalStateException e) {
            KNOWN.set(null);
            throw e;
        }
    }
