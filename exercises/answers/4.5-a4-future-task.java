// exercise: 4.5
// expect: solved
// note: a task that whoever comes first runs, and that is forgotten when it fails
    private static final java.util.concurrent.atomic.AtomicReference<java.util.concurrent.FutureTask<String>> TASK =
            new java.util.concurrent.atomic.AtomicReference<>();

    static String text() {
        var mine = new java.util.concurrent.FutureTask<>(NewsDesk::fetch);
        var task = TASK.compareAndExchange(null, mine);
        if (task == null) {
            task = mine;
            mine.run();
        }
        try {
            return task.get();
        } catch (java.util.concurrent.ExecutionException e) {
            TASK.compareAndSet(task, null);
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
