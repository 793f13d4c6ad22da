package echolab.bench.chart;

import echolab.svg.Svg;

/// Text as a part of HTML.
public final class Markup {

    private Markup() {}

    public static String escape(String text) {
        return Svg.escape(text);
    }
}
