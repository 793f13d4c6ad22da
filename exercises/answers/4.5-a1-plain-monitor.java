// exercise: 4.5
// expect: solved
// note: a lock around all of it
    private static String text;

    static synchronized String text() {
        if (text == null) {
            text = NewsDesk.fetch();
        }
        return text;
    }
