// exercise: 4.5
// expect: solved
// note: a semaphore with one permit
    private static final java.util.concurrent.Semaphore TURN = new java.util.concurrent.Semaphore(1);
    private static volatile String text;

    static String text() {
        if (text == null) {
            TURN.acquireUninterruptibly();
            try {
                if (text == null) {
                    text = NewsDesk.fetch();
                }
            } finally {
                TURN.release();
            }
        }
        return text;
    }
