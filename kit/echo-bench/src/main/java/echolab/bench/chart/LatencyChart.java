package echolab.bench.chart;

import echolab.bench.chart.Svg.At;
import echolab.bench.result.Latency;
import java.util.List;

/// Latencies as dots on a line, p50 to the maximum, on an axis where each step to the right is ten times as long.
final class LatencyChart {

    private static final String TITLE = "Latency from the median to the maximum, ms";
    private static final double ROW = 24;

    record Row(String name, boolean clientBound, Latency millis) {

        private Rows.Row framed() {
            var words =
                    "p50 %s, p99 %s, p99.9 %s, maximum %s ms"
                            .formatted(
                                    Numbers.places(millis.p50(), 2),
                                    Numbers.places(millis.p99(), 2),
                                    Numbers.places(millis.p999(), 2),
                                    Numbers.places(millis.max(), 2));
            return new Rows.Row(name, clientBound, "", words);
        }
    }

    private final List<Row> latencies;

    LatencyChart(List<Row> latencies) {
        this.latencies = latencies;
    }

    String render() {
        var least = latencies.stream().mapToDouble(r -> r.millis().p50()).min().orElse(1);
        var most = latencies.stream().mapToDouble(r -> r.millis().max()).max().orElse(10);
        var rows =
                new Rows(
                        TITLE,
                        Scale.decades(Math.max(least, 0.001), most),
                        latencies.stream().map(Row::framed).toList(),
                        ROW);
        for (var i = 0; i < latencies.size(); i++) {
            row(rows, latencies.get(i), rows.middle(i));
        }
        return rows.svg().render();
    }

    private static void row(Rows rows, Row row, double y) {
        var millis = row.millis();
        rows.svg()
                .line(
                        Ink.FAINT,
                        1.3,
                        new At(rows.x(millis.p50()), y),
                        new At(rows.x(millis.max()), y));
        dot(rows, row, y, Ink.P50, "p50", millis.p50());
        dot(rows, row, y, Ink.P99, "p99", millis.p99());
        dot(rows, row, y, Ink.P999, "p99.9", millis.p999());
        millis.p9999().ifPresent(value -> dot(rows, row, y, Ink.P9999, "p99.99", value));
        dot(rows, row, y, Ink.MAX, "maximum", millis.max());
    }

    private static void dot(Rows rows, Row row, double y, Ink ink, String kind, double value) {
        var tip = "%s %s: %s ms".formatted(row.name(), kind, Numbers.places(value, 3));
        rows.svg().dot(ink, new At(rows.x(value), y), 4, tip);
    }
}
