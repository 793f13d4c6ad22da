// exercise: 4.5
// expect: rejected
// note: gives a text of its own when there is none
    private static String text;

    static synchronized String text() {
        if (text == null) {
            try {
                text = NewsDesk.fetch();
            } catch (IllegalStateException e) {
                return "";
            }
        }
        return text;
    }
