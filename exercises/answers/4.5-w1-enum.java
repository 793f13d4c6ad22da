// exercise: 4.5
// expect: rejected
// note: an enum with one constant: an initializer again
    private enum Text {
        ONLY;
        final String text = NewsDesk.fetch();
    }

    static String text() {
        return Text.ONLY.text;
    }
