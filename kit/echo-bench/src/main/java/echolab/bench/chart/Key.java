package echolab.bench.chart;

import echolab.bench.chart.Svg.At;

/// The small pictures of a legend: each is a mark as the charts have it.
public final class Key {

    private static final double WIDTH = 26;
    private static final double HEIGHT = 14;
    private static final double MIDDLE = HEIGHT / 2;

    private Key() {}

    /// Of one run among several that are compared, 0 for the first.
    public static String dot(int number) {
        return small().dot(Ink.series(number), new At(WIDTH / 2, MIDDLE), 5, "").render();
    }

    /// The load generator was the bottleneck.
    public static String hatched() {
        var svg = small();
        Rows.box(svg, 0, 0, WIDTH, HEIGHT, "");
        return svg.render();
    }

    /// The load generator was the bottleneck, in a line; and what can't be told from 1, in a ratio.
    public static String ring() {
        return small().ring(Ink.SERIES1, new At(WIDTH / 2, MIDDLE), 4.5, "").render();
    }

    /// From the first to the third quartile.
    public static String whisker() {
        var svg = small();
        for (var x : new double[] {3, WIDTH - 3}) {
            svg.line(Ink.SPREAD, 1.3, new At(x, MIDDLE - 4), new At(x, MIDDLE + 4));
        }
        return svg.line(Ink.SPREAD, 1.3, new At(3, MIDDLE), new At(WIDTH - 3, MIDDLE)).render();
    }

    /// The noise of a run.
    public static String band() {
        return small().rect(Ink.NOISE, 0, 0, WIDTH, HEIGHT, "").render();
    }

    /// The part of a bar that is live objects on the Java heap.
    public static String inner() {
        return small().rect(Ink.BAR, 0, 0, WIDTH, HEIGHT, "")
                .rect(Ink.INNER, 0, MIDDLE - 2.5, WIDTH / 2, 5, "")
                .render();
    }

    /// The rate that was asked for.
    public static String asked() {
        return small().line(Ink.MAX, 2, new At(WIDTH / 2, 0), new At(WIDTH / 2, HEIGHT)).render();
    }

    /// A percentile in the chart of latencies: `p50`, `p99`, `p99.9`, `p99.99`, or else the maximum.
    public static String percentile(String kind) {
        var ink =
                switch (kind) {
                    case "p50" -> Ink.P50;
                    case "p99" -> Ink.P99;
                    case "p99.9" -> Ink.P999;
                    case "p99.99" -> Ink.P9999;
                    default -> Ink.MAX;
                };
        return small().dot(ink, new At(WIDTH / 2, MIDDLE), 4.5, "").render();
    }

    /// It says nothing that the words beside it do not say.
    private static Svg small() {
        return new Svg(WIDTH, HEIGHT, "", "");
    }
}
