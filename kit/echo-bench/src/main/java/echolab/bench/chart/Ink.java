package echolab.bench.chart;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The colours of all charts, on light and on dark ground. What letters are written in has a contrast of 4.5 to 1 or
/// more on both.
public enum Ink {
    TEXT("#1f2937", "#e5e7eb"),
    FAINT("#4b5563", "#a3adbb"),
    GRID("#d8dce2", "#374151"),
    GROUND("#ffffff", "#111827"),
    /// What was measured, and the same where the load generator was the bottleneck.
    BAR("#3b78b5", "#5d9bdc"),
    PALE("#d5e2f0", "#2b415c"),
    SPREAD("#111827", "#f9fafb"),
    NOISE("#fbdc9f", "#5a4717"),
    /// A second figure within a bar.
    INNER("#17426e", "#b5d6f7"),
    P50("#2b6cb0", "#63a4e8"),
    P99("#8a6d0b", "#e0b04c"),
    P999("#c05621", "#ed8b4f"),
    P9999("#b83280", "#f687b3"),
    MAX("#111827", "#f9fafb"),
    SERIES1("#2b6cb0", "#63a4e8"),
    SERIES2("#b9501c", "#ed8b4f"),
    SERIES3("#28734d", "#68c391"),
    SERIES4("#7c3aed", "#b794f4"),
    SERIES5("#c53030", "#fc8181"),
    SERIES6("#0e7490", "#4fd1e0"),
    SERIES7("#80650a", "#e0b04c"),
    SERIES8("#b83280", "#f687b3");

    private static final Ink[] SERIES = {
        SERIES1, SERIES2, SERIES3, SERIES4, SERIES5, SERIES6, SERIES7, SERIES8
    };

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /// The rules that a page needs for its dark colours: `.f-text { fill: … }`, `.s-text { stroke: … }`.
    public static String css() {
        return Stream.of(values())
                .map(Ink::rules)
                .collect(
                        Collectors.joining(
                                "", "@media screen and (prefers-color-scheme: dark) {\n", "}\n"));
    }

    /// Attributes of a shape that is filled with it.
    String fill() {
        return "class=\"f-%s\" fill=\"%s\"".formatted(word(), light);
    }

    /// Attributes of a line that is drawn with it.
    String stroke() {
        return "class=\"s-%s\" stroke=\"%s\"".formatted(word(), light);
    }

    /// Attributes of a shape that is drawn with it around `inside`.
    String around(Ink inside) {
        return "class=\"s-%s f-%s\" stroke=\"%s\" fill=\"%s\""
                .formatted(word(), inside.word(), light, inside.light);
    }

    static Ink series(int number) {
        return SERIES[number % SERIES.length];
    }

    /// When there are more series than colours, dashes tell them apart; empty for a solid line.
    static String dash(int number) {
        return switch (number / SERIES.length) {
            case 0 -> "";
            case 1 -> "6 3";
            default -> "2 3";
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String rules() {
        return "  .f-%1$s { fill: %2$s }\n  .s-%1$s { stroke: %2$s }\n".formatted(word(), dark);
    }
}
