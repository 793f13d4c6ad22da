// exercise: 4.5
// expect: rejected
// note: two who come at the same time both fetch
    private static volatile String text;

    static String text() {
        if (text == null) {
            text = NewsDesk.fetch();
        }
        return text;
    }
