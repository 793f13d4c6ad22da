package echolab.bench.chart;

import echolab.process.Digits;
import java.util.List;
import java.util.stream.Collectors;

/// A picture being drawn: the few shapes that our charts need.
final class Svg {

    /// Of all letters, in units of the picture.
    static final int LETTERS = 13;

    private static final double LETTER_WIDTH = 8;
    private static final double HATCH = 5;

    /// A place in the picture.
    record At(double x, double y) {}

    private final StringBuilder shapes = new StringBuilder();
    private final double width;
    private final double height;
    private final String title;
    private final String description;

    /// @param title what the picture shows, for those who can't see it
    /// @param description what it says: the figures, in words
    Svg(double width, double height, String title, String description) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.description = description;
    }

    /// About how wide a text will be: fonts differ, so rather too much.
    static double widthOf(String text) {
        return text.length() * LETTER_WIDTH;
    }

    Svg rect(Ink ink, double x, double y, double width, double height, String tip) {
        return add(
                "<rect %s x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">%s</rect>",
                ink.fill(), x, y, Math.max(width, 0.5), height, tip(tip));
    }

    /// Diagonal lines over a rectangle. Drawn one by one: a `<pattern>` needs an id, of which a page of many charts would
    /// have many that are the same, and what renders PDF draws none.
    Svg hatch(Ink ink, double x, double y, double width, double height) {
        var lines = new StringBuilder();
        for (var foot = x - height + HATCH; foot < x + width; foot += HATCH) {
            var from = Math.max(foot, x);
            var to = Math.min(foot + height, x + width);
            lines.append(
                    format(
                            "M%.1f %.1fL%.1f %.1f",
                            from, y + height - (from - foot), to, y + height - (to - foot)));
        }
        return add("<path %s fill=\"none\" stroke-width=\"1.5\" d=\"%s\"/>", ink.stroke(), lines);
    }

    Svg line(Ink ink, double thick, At from, At to) {
        return add(
                "<line %s stroke-width=\"%.1f\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                ink.stroke(), thick, from.x(), from.y(), to.x(), to.y());
    }

    /// @param dash lengths of dashes and gaps; empty for a solid line
    Svg path(Ink ink, double thick, String dash, List<At> points) {
        var places =
                points.stream()
                        .map(at -> format("%.1f %.1f", at.x(), at.y()))
                        .collect(Collectors.joining("L", "M", ""));
        return add(
                "<path %s fill=\"none\" stroke-width=\"%.1f\" stroke-linejoin=\"round\"%s d=\"%s\"/>",
                ink.stroke(),
                thick,
                dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"",
                places);
    }

    Svg dot(Ink ink, At at, double radius, String tip) {
        return add(
                "<circle %s cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\">%s</circle>",
                ink.fill(), at.x(), at.y(), radius, tip(tip));
    }

    /// A dot that is empty within.
    Svg ring(Ink ink, At at, double radius, String tip) {
        return add(
                "<circle %s stroke-width=\"1.8\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\">%s</circle>",
                ink.around(Ink.GROUND), at.x(), at.y(), radius, tip(tip));
    }

    /// @param anchor `start`, `middle` or `end`
    Svg text(Ink ink, At at, String anchor, String text) {
        return add(
                "<text %s font-size=\"%d\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                ink.fill(), LETTERS, at.x(), at.y(), anchor, Markup.escape(text));
    }

    /// Without a title it is an ornament, which a screen reader passes over.
    String render() {
        var said =
                title.isEmpty()
                        ? " aria-hidden=\"true\">"
                        : " role=\"img\">\n<title>%s</title>\n<desc>%s</desc>"
                                .formatted(Markup.escape(title), Markup.escape(description));
        return format(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" font-family="sans-serif"%s
                %s</svg>
                """,
                width, height, width, said, shapes);
    }

    private static String tip(String text) {
        return text.isEmpty() ? "" : "<title>" + Markup.escape(text) + "</title>";
    }

    private Svg add(String format, Object... values) {
        shapes.append(format(format, values)).append('\n');
        return this;
    }

    private static String format(String format, Object... values) {
        return Digits.in(format, values);
    }
}
