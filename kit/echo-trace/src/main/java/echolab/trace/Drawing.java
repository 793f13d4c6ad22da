package echolab.trace;

import echolab.process.Digits;

/// A picture being drawn: SVG whose colours are plain attributes, so that a PDF and any viewer show it; each shape also has
/// a class, by which a page's CSS gives it another colour in the dark.
final class Drawing {

    private final StringBuilder shapes = new StringBuilder();

    /// @param style its class, by which [Palette] knows its colour
    void box(double x, double y, double width, double height, String style, String tip) {
        add(
                "<rect class=\"%s\" fill=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\"><title>%s</title></rect>",
                style, Palette.light(style), x, y, width, height, escape(tip));
    }

    void line(double x1, double y1, double x2, double y2, String style, String more) {
        add(
                "<path class=\"%s\" stroke=\"%s\" fill=\"none\" d=\"M%.1f %.1fL%.1f %.1f\" %s/>",
                style, Palette.light(style), x1, y1, x2, y2, more);
    }

    /// A line with a head at its end; it has no marker, which some renderers do not draw.
    void arrow(double x1, double y1, double x2, double y2, String style) {
        line(x1, y1, x2, y2, style, "stroke-width=\"1.6\"");
        var angle = Math.atan2(y2 - y1, x2 - x1);
        add(
                "<path class=\"%s fill\" fill=\"%s\" d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fZ\"/>",
                style,
                Palette.light(style),
                x2,
                y2,
                x2 - 7 * Math.cos(angle - 0.45),
                y2 - 7 * Math.sin(angle - 0.45),
                x2 - 7 * Math.cos(angle + 0.45),
                y2 - 7 * Math.sin(angle + 0.45));
    }

    /// A client's letter in its colour.
    void badge(double x, double y, int client, boolean hollow) {
        var style = "client" + client;
        add(
                "<circle class=\"%s %s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.6\" cx=\"%.1f\" cy=\"%.1f\" r=\"6.5\"/>",
                style,
                hollow ? "hollow" : "fill",
                hollow ? Palette.light("page") : Palette.light(style),
                Palette.light(style),
                x,
                y);
        text(
                x,
                y + 3.5,
                "middle",
                hollow ? style + " fill" : "letter",
                ClientEvent.letter(client),
                "font-size=\"10\" font-weight=\"700\"");
    }

    /// @param anchor `start`, `middle` or `end`
    void text(double x, double y, String anchor, String style, String text, String more) {
        add(
                "<text class=\"%s\" fill=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>",
                style, Palette.light(style.split(" ")[0]), x, y, anchor, more, escape(text));
    }

    /// @param title what the picture shows, for those who can't see it
    String render(int width, int height, String title) {
        return Digits.in(
                """
                <svg xmlns="http://www.w3.org/2000/svg" class="trace" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="system-ui, sans-serif" font-size="11">
                <title>%s</title>
                %s</svg>
                """,
                width, height, width, height, escape(title), shapes);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void add(String format, Object... values) {
        shapes.append(Digits.in(format, values)).append('\n');
    }
}
