package echolab.book.picture;

import echolab.book.picture.Node.Point;
import echolab.process.Digits;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Draws a picture as SVG. Colours are plain hex attributes, which the PDF understands, and each shape has a class, by
/// which the page's CSS gives it other colours in the dark.
public final class Drawing {

    private static final int MARGIN = 12;
    private static final int LABEL = 12;

    private final Picture picture;
    private final String alt;
    private final StringBuilder shapes = new StringBuilder();

    private Drawing(Picture picture, String alt) {
        this.picture = picture;
        this.alt = alt;
    }

    /// @param lines what `Picture` describes
    /// @param alt what it shows, for those who cannot see it
    public static String svg(List<String> lines, String alt) {
        return new Drawing(Picture.parse(lines), alt).draw();
    }

    private String draw() {
        picture.bands().forEach(this::band);
        picture.arrows().forEach(this::arrow);
        picture.nodes().values().forEach(this::node);
        // above the lines, so that none runs through a text
        picture.arrows().stream().filter(arrow -> !arrow.label().isEmpty()).forEach(this::label);
        var top = Math.min(0, labels().mapToDouble(at -> at.y() - 16).min().orElse(0));
        var height = height() - top;
        return Digits.in(
                """
                <svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 %.0f %.0f %.0f" width="%.0f" height="%.0f" \
                role="img" font-family="sans-serif" aria-label="%s">
                <title>%s</title>
                %s</svg>
                """,
                top, width(), height, width(), height, escape(alt), escape(alt), shapes);
    }

    private double width() {
        var boxes =
                picture.nodes().values().stream()
                        .mapToDouble(node -> middle(node).x() + node.width() / 2);
        var labels = labels().mapToDouble(Point::x);
        return DoubleStream.concat(boxes, labels).max().orElse(0) + MARGIN;
    }

    private double height() {
        var boxes =
                picture.nodes().values().stream()
                        .mapToDouble(node -> middle(node).y() + node.height() / 2 + 10);
        var bands = picture.bands().stream().mapToDouble(band -> y(band.last()) + 46);
        var labels = labels().mapToDouble(at -> at.y() + 6);
        return DoubleStream.concat(DoubleStream.concat(boxes, bands), labels).max().orElse(0)
                + MARGIN;
    }

    private Stream<Point> labels() {
        return picture.arrows().stream()
                .filter(arrow -> !arrow.label().isEmpty())
                .map(arrow -> Curve.of(picture, arrow, this::middle).label());
    }

    private Point middle(Node node) {
        return new Point(x(node.column()), y(node.row()));
    }

    private double x(double column) {
        var left =
                picture.nodes().values().stream()
                        .mapToDouble(n -> n.width() / 2 - n.column() * picture.cellWidth())
                        .max();
        return MARGIN + left.orElse(0) + column * picture.cellWidth();
    }

    private double y(double row) {
        var top =
                picture.nodes().values().stream()
                                .anyMatch(node -> node.row() < 0.5 && !node.text().isEmpty())
                        ? 30
                        : 24;
        return MARGIN + top + row * picture.cellHeight();
    }

    private boolean onBand(Point at) {
        return picture.bands().stream()
                .anyMatch(band -> at.y() - 4 > top(band) && at.y() - 4 < bottom(band));
    }

    private double top(Picture.Band band) {
        return y(band.first()) - 33;
    }

    private double bottom(Picture.Band band) {
        return y(band.last()) + 45;
    }

    private void band(Picture.Band band) {
        var top = top(band);
        var bottom = bottom(band);
        add(
                "<rect class=\"band\" fill=\"#f3f4f6\" x=\"2\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\"/>",
                top, width() - 4, bottom - top);
        add(
                "<text class=\"quiet\" fill=\"#4b5563\" font-size=\"12\" font-style=\"italic\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                width() - 12, bottom - 7, escape(band.label()));
    }

    private void node(Node node) {
        var at = middle(node);
        var kind = node.kind();
        if (kind != Kind.NOTE) {
            add(
                    "<rect class=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%d\"%s/>",
                    kind.word(),
                    kind.fill(),
                    kind.stroke(),
                    at.x() - node.width() / 2,
                    at.y() - node.height() / 2,
                    node.width(),
                    node.height(),
                    Math.min(kind.corner(), (int) node.height() / 2),
                    node.waits() ? " stroke-dasharray=\"5 4\"" : "");
        }
        var high = node.text().isEmpty() ? 5 : -3;
        text(at.x(), at.y() + high, 14, kind == Kind.NOTE ? "normal" : "bold", node.title());
        if (!node.text().isEmpty()) {
            text(at.x(), at.y() + 14, LABEL, "normal", node.text());
        }
    }

    private void text(double x, double y, int size, String weight, String text) {
        add(
                "<text class=\"ink\" fill=\"#111827\" font-size=\"%d\" font-weight=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
                size, weight, x, y, escape(text));
    }

    private void arrow(Arrow arrow) {
        var line = Curve.of(picture, arrow, this::middle);
        var dashes = arrow.waits() ? " stroke-dasharray=\"5 4\"" : "";
        add(
                "<path class=\"arrow\" fill=\"none\" stroke=\"#374151\" stroke-width=\"1.5\" d=\"%s\"%s/>",
                line.path(), dashes);
        add("<polygon class=\"head\" fill=\"#374151\" points=\"%s\"/>", line.head());
    }

    private void label(Arrow arrow) {
        var at = Curve.of(picture, arrow, this::middle).label();
        var wide = arrow.label().length() * 6.4 + 8;
        var ground =
                onBand(at) ? "class=\"band\" fill=\"#f3f4f6\"" : "class=\"paper\" fill=\"#ffffff\"";
        add(
                "<rect %s x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"17\" rx=\"3\"/>",
                ground, at.x() - wide / 2, at.y() - 12.5, wide);
        text(at.x(), at.y(), LABEL, "normal", arrow.label());
    }

    private void add(String format, Object... values) {
        shapes.append(Digits.in(format, values)).append('\n');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
