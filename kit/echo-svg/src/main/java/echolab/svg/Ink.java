package echolab.svg;

import echolab.process.Digits;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The colours of all that we draw, on light and on dark ground. What letters are written in has a contrast of 4.5 to 1 or
/// more on both; so has [#TEXT] on each of the pale ones.
public enum Ink {
    TEXT("#1f2937", "#e5e7eb"),
    FAINT("#4b5563", "#a3adbb"),
    GRID("#d8dce2", "#374151"),
    /// What other shapes lie on.
    BAND("#f3f4f6", "#20262f"),
    GROUND("#ffffff", "#16181c"),
    BLUE("#2b6cb0", "#63a4e8"),
    ORANGE("#b9501c", "#ed8b4f"),
    GREEN("#28734d", "#68c391"),
    VIOLET("#7c3aed", "#b794f4"),
    RED("#c53030", "#fc8181"),
    TEAL("#0e7490", "#4fd1e0"),
    OLIVE("#80650a", "#e0b04c"),
    PINK("#b83280", "#f687b3"),
    DEEP_BLUE("#17426e", "#b5d6f7"),
    PALE_BLUE("#cfe2f8", "#1f4778"),
    PALE_ORANGE("#fbd9b0", "#7a4413"),
    PALE_GREEN("#c3e9d1", "#1e5f3f"),
    PALE_VIOLET("#dfd3fb", "#4c3a8c"),
    PALE_RED("#f7c6c6", "#842d2d"),
    PALE_TEAL("#c4e8ee", "#14535f"),
    PALE_OLIVE("#fbe7ae", "#5f4d12"),
    PALE_PINK("#f3c9de", "#743457"),
    PALE_GREY("#cbd5e1", "#475569"),
    PALEST_GREY("#e6ebf1", "#2a3643");

    private static final List<Ink> SERIES =
            List.of(BLUE, ORANGE, GREEN, VIOLET, RED, TEAL, OLIVE, PINK);

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /// One of many that stand side by side, 0 for the first.
    public static Ink series(int number) {
        return SERIES.get(number % SERIES.size());
    }

    /// When there are more series than colours, dashes tell them apart; empty for a solid line.
    public static String dashes(int number) {
        return switch (number / SERIES.size()) {
            case 0 -> "";
            case 1 -> Svg.dashed("6 3");
            default -> Svg.dashed("2 3");
        };
    }

    /// The rules that a page needs for the dark: when its reader's system asks for it, unless light was chosen on the page, and
    /// when dark was chosen there.
    public static String css() {
        var rules = Stream.of(values()).map(Ink::rules).collect(Collectors.joining());
        return """
        @media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {
        %1$s} }
        @media screen { :root[data-theme="dark"] {
        %1$s} }
        """
                .formatted(rules);
    }

    /// Attributes of a shape that is filled with it.
    public String fill() {
        return "class=\"f-%s\" fill=\"%s\"".formatted(word(), light);
    }

    /// Attributes of letters in it.
    public String letters(int size) {
        return fill() + " font-size=\"" + size + "\"";
    }

    /// Attributes of bold letters in it.
    public String bold(int size) {
        return letters(size) + " font-weight=\"600\"";
    }

    /// Attributes of a line that is drawn with it.
    public String stroke(double thick) {
        return Digits.in(
                "class=\"s-%s\" stroke=\"%s\" stroke-width=\"%.1f\" fill=\"none\"",
                word(), light, thick);
    }

    /// Attributes of a shape that is drawn with it around `inside`.
    public String around(Ink inside, double thick) {
        return Digits.in(
                "class=\"s-%s f-%s\" stroke=\"%s\" stroke-width=\"%.1f\" fill=\"%s\"",
                word(), inside.word(), light, thick, inside.light);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String rules() {
        return "  .f-%1$s { fill: %2$s }\n  .s-%1$s { stroke: %2$s }\n".formatted(word(), dark);
    }
}
