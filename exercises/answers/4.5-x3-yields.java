// exercise: 4.5
// expect: rejected
// note: who waits asks again and again, as fast as he can
    private static final java.util.concurrent.atomic.AtomicBoolean FETCHING =
            new java.util.concurrent.atomic.AtomicBoolean();
    private static volatile String text;

    static String text() {
        while (text == null) {
            if (FETCHING.compareAndSet(false, true)) {
                try {
                    if (text == null) {
                        text = NewsDesk.fetch();
                    }
                } finally {
                    FETCHING.set(false);
                }
            } else {
                Thread.yield();
            }
        }
        return text;
    }
