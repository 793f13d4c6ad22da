package echolab.bench.chart;

/// How does text become part of HTML or SVG? What has a meaning there is written otherwise.
public final class Markup {

    private Markup() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
