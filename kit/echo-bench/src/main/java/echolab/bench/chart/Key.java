package echolab.bench.chart;

import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;

/// The small pictures of a legend: each is a mark as the charts have it.
public final class Key {

    private static final double WIDTH = 26;
    private static final double HEIGHT = 14;
    private static final At MIDDLE = new At(WIDTH / 2, HEIGHT / 2);
    private static final At CORNER = new At(0, 0);

    private Key() {}

    /// Of one run among several that are compared, 0 for the first.
    public static String dot(int number) {
        return dot(Ink.series(number), false);
    }

    /// The load generator was the bottleneck.
    public static String hatched() {
        var svg = new Svg();
        RowChart.hatched(svg, CORNER, WIDTH, HEIGHT, "");
        return render(svg);
    }

    /// The load generator was the bottleneck, in a line; and what is not told apart from 1, in a ratio.
    public static String ring() {
        return dot(Ink.BLUE, true);
    }

    /// From the first to the third quartile, or from end to end of an interval.
    public static String whisker() {
        var svg = new Svg();
        RowChart.whisker(svg, 3, WIDTH - 3, HEIGHT / 2);
        return render(svg);
    }

    /// The part of a bar that is live objects on the Java heap.
    public static String inner() {
        return render(
                new Svg()
                        .rect(Ink.BLUE.fill(), 0, CORNER, WIDTH, HEIGHT, "")
                        .rect(Ink.DEEP_BLUE.fill(), 0, new At(0, 4.5), WIDTH / 2, 5, ""));
    }

    /// A percentile in the chart of latencies: `p50`, `p99`, `p99.9`, `p99.99`, or else the maximum.
    public static String percentile(String kind) {
        return dot(inkOf(kind), false);
    }

    static Ink inkOf(String percentile) {
        return switch (percentile) {
            case "p50" -> Ink.BLUE;
            case "p99" -> Ink.OLIVE;
            case "p99.9" -> Ink.ORANGE;
            case "p99.99" -> Ink.PINK;
            default -> Ink.TEXT;
        };
    }

    private static String dot(Ink ink, boolean hollow) {
        var svg = new Svg();
        RowChart.dot(svg, ink, hollow, 5, MIDDLE, "");
        return render(svg);
    }

    /// It says nothing that the words beside it do not say.
    private static String render(Svg svg) {
        return svg.render(WIDTH, HEIGHT, "", "");
    }
}
