// exercise: 4.5
// expect: rejected
// note: after a failure the lock is held for ever
    private static final java.util.concurrent.locks.ReentrantLock LOCK =
            new java.util.concurrent.locks.ReentrantLock();
    private static volatile String text;

    static String text() {
        if (text == null) {
            LOCK.lock();
            if (text == null) {
                text = NewsDesk.fetch();
            }
            LOCK.unlock();
        }
        return text;
    }
