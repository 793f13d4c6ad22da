package echolab.bench.report;

/// A bar of characters, exact to an eighth of one.
final class Bar {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    private Bar() {}

    /// @param share of the full width, 0 to 1
    static String of(double share, int width) {
        var eighths = (int) Math.round(Math.clamp(share, 0, 1) * width * 8);
        var part = eighths % 8;
        return "█".repeat(eighths / 8) + (part == 0 ? "" : EIGHTHS.charAt(part));
    }

    static String pad(String bar, int width) {
        return bar + " ".repeat(Math.max(0, width - bar.length()));
    }
}
