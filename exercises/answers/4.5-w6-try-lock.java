// exercise: 4.5
// expect: rejected
// note: who comes second gets nothing
    private static final java.util.concurrent.locks.ReentrantLock LOCK = new java.util.concurrent.locks.ReentrantLock();
    private static volatile String text;

    static String text() {
        if (text == null && LOCK.tryLock()) {
            try {
                if (text == null) {
                    text = NewsDesk.fetch();
                }
            } finally {
                LOCK.unlock();
            }
        }
        return text;
    }
