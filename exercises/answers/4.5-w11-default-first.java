// exercise: 4.5
// expect: rejected
// note: says hello until it knows better
    private static volatile String text;

    static String text() {
        if (text == null) {
            text = "hello";
            text = NewsDesk.fetch();
        }
        return text;
    }
