// exercise: 4.5
// expect: solved
// note: one thread does all the asking, and all wait for it
    private static final java.util.concurrent.ExecutorService ASKS =
            java.util.concurrent.Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().factory());

    private static String text; // belongs to the one thread

    static String text() {
        try {
            return ASKS.submit(Greeting::ask).get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof IllegalStateException none
                    ? none
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String ask() {
        if (text == null) {
            text = NewsDesk.fetch();
        }
        return text;
    }
