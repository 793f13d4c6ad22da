// exercise: 4.5
// expect: solved
// note: the constant is the lock, not the text
    private static final class Holder {
        static final Holder ONLY = new Holder();
        private String text;

        synchronized String get() {
            if (text == null) {
                text = NewsDesk.fetch();
            }
            return text;
        }
    }

    static String text() {
        return Holder.ONLY.get();
    }
