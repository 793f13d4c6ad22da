package echolab.bench.report;

import java.util.Locale;

/// A picture being drawn: the few shapes that our charts need. Colours are plain hex attributes, which any renderer
/// understands, and each shape has a class, by which a page's CSS can give it other colours in the dark.
final class Svg {

    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;
    private final String title;

    /// @param title what the picture shows, for those who can't see it
    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    Svg bar(double x, double y, double width, double height, String kind, String tip) {
        return add(
                "<rect class=\"%s\" fill=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                kind, colour(kind), x, y, Math.max(width, 0.5), height, escape(tip));
    }

    Svg line(double x1, double y1, double x2, double y2, String kind) {
        return add(
                "<line class=\"%s\" stroke=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind, colour(kind), x1, y1, x2, y2);
    }

    Svg dot(double x, double y, String kind, String tip) {
        return add(
                "<circle class=\"%s\" fill=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%s</title></circle>",
                kind, colour(kind), x, y, escape(tip));
    }

    /// @param anchor `start`, `middle` or `end`
    Svg text(double x, double y, String anchor, String text) {
        return add(
                "<text class=\"ink\" fill=\"%s\" font-size=\"12\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                colour("ink"), x, y, anchor, escape(text));
    }

    String render() {
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif">
        <title>%s</title>
        %s</svg>
        """
                .formatted(width, height, escape(title), shapes);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private Svg add(String format, Object... values) {
        shapes.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    private static String colour(String kind) {
        return switch (kind) {
            case "ink" -> "#1f2937";
            case "grid" -> "#d1d5db";
            case "client" -> "#b7c4d6";
            case "spread" -> "#111827";
            case "noise" -> "#fde9c4";
            case "p50" -> "#2b6cb0";
            case "p99" -> "#b7791f";
            case "p999" -> "#c05621";
            case "max" -> "#9b2c2c";
            default -> "#2b6cb0";
        };
    }
}
