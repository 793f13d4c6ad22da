// exercise: 4.5
// expect: rejected
// note: forgets it again
    private static final ThreadLocal<String> TEXT = ThreadLocal.withInitial(NewsDesk::fetch);

    static String text() {
        return TEXT.get();
    }
