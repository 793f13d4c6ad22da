// exercise: 4.5
// expect: solved
// note: a map computes it once
    private static final java.util.Map<String, String> TEXTS = new java.util.concurrent.ConcurrentHashMap<>();

    static String text() {
        return TEXTS.computeIfAbsent("text", _ -> NewsDesk.fetch());
    }
