package echolab.svg;

import echolab.process.Digits;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A drawing in the making: the few shapes that ours need. How a shape looks is said by attributes from [Ink].
public final class Svg {

    private static final double LETTER = 0.615;
    private static final double HATCH = 5;
    private static final double HEAD = 8;

    /// A place in the drawing.
    public record At(double x, double y) {

        public At plus(double right, double down) {
            return new At(x + right, y + down);
        }
    }

    private final StringBuilder shapes = new StringBuilder();

    /// About how wide a text will be: fonts differ, so rather too much.
    public static double width(String text, int size) {
        return text.length() * size * LETTER;
    }

    /// What has a meaning in SVG and in HTML is written otherwise.
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// An attribute of a line.
    ///
    /// @param lengths of dashes and gaps, in turn
    public static String dashed(String lengths) {
        return " stroke-dasharray=\"" + lengths + "\"";
    }

    /// @param round radius of its corners
    /// @param tip what is seen when it is pointed at; empty for nothing
    public Svg rect(String look, double round, At corner, double width, double height, String tip) {
        return add(
                "<rect %s x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"%s>%s</rect>",
                look,
                corner.x(),
                corner.y(),
                Math.max(width, 0.5),
                height,
                round > 0 ? Digits.in(" rx=\"%.0f\"", round) : "",
                tip.isEmpty() ? "" : "<title>" + escape(tip) + "</title>");
    }

    /// Diagonal lines over a rectangle. Drawn one by one: a `<pattern>` needs an id, of which a page of many drawings would
    /// have many that are the same, and what renders PDF draws none.
    public Svg hatch(Ink ink, At corner, double width, double height) {
        var lines = new StringBuilder();
        for (var foot = HATCH - height; foot < width; foot += HATCH) {
            var from = Math.max(foot, 0);
            var to = Math.min(foot + height, width);
            lines.append(
                    path(
                            corner.plus(from, height - (from - foot)),
                            corner.plus(to, height - (to - foot))));
        }
        return add("<path %s d=\"%s\"/>", ink.stroke(1.5), lines);
    }

    /// From each place to the next.
    public Svg line(String look, At... places) {
        return add("<path %s stroke-linejoin=\"round\" d=\"%s\"/>", look, path(places));
    }

    public Svg curve(String look, At start, At control, At end) {
        return add(
                "<path %s d=\"M%.1f %.1fQ%.1f %.1f %.1f %.1f\"/>",
                look, start.x(), start.y(), control.x(), control.y(), end.x(), end.y());
    }

    /// The head of an arrow. It is no marker, which some renderers do not draw.
    public Svg head(Ink ink, At from, At end) {
        var length = Math.max(1, Math.hypot(end.x() - from.x(), end.y() - from.y()));
        var x = (end.x() - from.x()) / length * HEAD;
        var y = (end.y() - from.y()) / length * HEAD;
        var left = end.plus(-x - y / 2, -y + x / 2);
        var right = end.plus(-x + y / 2, -y - x / 2);
        return add("<path %s d=\"%sZ\"/>", ink.fill(), path(end, left, right));
    }

    public Svg circle(String look, At middle, double radius, String tip) {
        return add(
                "<circle %s cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\">%s</circle>",
                look,
                middle.x(),
                middle.y(),
                radius,
                tip.isEmpty() ? "" : "<title>" + escape(tip) + "</title>");
    }

    /// @param at where its base line begins, has its middle or ends
    /// @param anchor `start`, `middle` or `end`
    public Svg text(String look, At at, String anchor, String text) {
        return add(
                "<text %s x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                look, at.x(), at.y(), anchor, escape(text));
    }

    /// To be put into another drawing.
    public String shapes() {
        return shapes.toString();
    }

    /// @param title what the drawing shows, for those who can't see it; an ornament, which a screen reader passes over, has none
    /// @param description what it says, such as its figures in words; may be empty
    public String render(double width, double height, String title, String description) {
        return Digits.in(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" font-family="sans-serif" %s>
                %s%s%s</svg>
                """,
                width,
                height,
                width,
                title.isEmpty() ? "aria-hidden=\"true\"" : "role=\"img\"",
                element("title", title),
                element("desc", description),
                shapes);
    }

    private static String element(String name, String text) {
        return text.isEmpty() ? "" : "<%1$s>%2$s</%1$s>\n".formatted(name, escape(text));
    }

    private static String path(At... places) {
        return Stream.of(places)
                .map(at -> Digits.in("%.1f %.1f", at.x(), at.y()))
                .collect(Collectors.joining("L", "M", ""));
    }

    private Svg add(String format, Object... values) {
        shapes.append(Digits.in(format, values)).append('\n');
        return this;
    }
}
