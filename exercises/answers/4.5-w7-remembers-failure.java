// exercise: 4.5
// expect: rejected
// note: a failure is kept for ever
    private static java.util.concurrent.FutureTask<String> task;

    static String text() {
        synchronized (Greeting.class) {
            if (task == null) {
                task = new java.util.concurrent.FutureTask<>(NewsDesk::fetch);
            }
        }
        task.run();
        try {
            return task.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
