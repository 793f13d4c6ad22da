// exercise: 4.5
// expect: solved
// note: a lock of java.util.concurrent
    private static final java.util.concurrent.locks.ReentrantLock LOCK = new java.util.concurrent.locks.ReentrantLock();
    private static volatile String text;

    static String text() {
        LOCK.lock();
        try {
            if (text == null) {
                text = NewsDesk.fetch();
            }
            return text;
        } finally {
            LOCK.unlock();
        }
    }
