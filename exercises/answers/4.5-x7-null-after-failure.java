// exercise: 4.5
// expect: rejected
// note: when the text cannot be fetched, who waits for it gets null
    private static String text;
    private static boolean fetching;

    static String text() {
        synchronized (Greeting.class) {
            if (fetching) {
                while (fetching) {
                    try {
                        Greeting.class.wait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException(e);
                    }
                }
                return text;
            }
            if (text != null) {
                return text;
            }
            fetching = true;
        }
        String fetched = null;
        try {
            fetched = NewsDesk.fetch();
            return fetched;
        } finally {
            synchronized (Greeting.class) {
                text = fetched;
                fetching = false;
                Greeting.class.notifyAll();
            }
        }
    }
