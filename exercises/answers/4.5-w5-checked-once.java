// exercise: 4.5
// expect: rejected
// note: looks before the lock and not inside it
    private static volatile String text;

    static String text() {
        if (text == null) {
            synchronized (Greeting.class) {
                text = NewsDesk.fetch();
            }
        }
        return text;
    }
