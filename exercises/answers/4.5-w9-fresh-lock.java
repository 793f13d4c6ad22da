// exercise: 4.5
// expect: rejected
// note: a lock that nobody else has
    private static volatile String text;

    static String text() {
        synchronized (new Object()) {
            if (text == null) {
                text = NewsDesk.fetch();
            }
            return text;
        }
    }
