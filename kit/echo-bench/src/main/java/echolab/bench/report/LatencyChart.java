package echolab.bench.report;

import echolab.bench.result.Latency;
import java.util.List;

/// Latencies as dots on a line, p50 to the maximum, on an axis where each step to the right is ten times as long.
final class LatencyChart {

    private static final int WIDTH = 480;
    private static final int LEFT = 110;
    private static final int RIGHT = 30;
    private static final int ROW = 26;

    record Row(String name, Latency millis) {}

    private final List<Row> rows;
    private final double least;
    private final double most;

    LatencyChart(List<Row> rows) {
        this.rows = rows;
        this.least =
                Math.floor(rows.stream().mapToDouble(r -> log(r.millis().p50())).min().orElse(0));
        this.most =
                Math.max(
                        least + 1,
                        Math.ceil(
                                rows.stream()
                                        .mapToDouble(r -> log(r.millis().max()))
                                        .max()
                                        .orElse(1)));
    }

    String render() {
        var bottom = rows.size() * ROW + 6;
        var svg = new Svg(WIDTH, bottom + 20, "latency in milliseconds, logarithmic axis");
        for (var power = least; power <= most; power++) {
            var value = Math.pow(10, power);
            svg.line(x(value), 0, x(value), bottom, "grid");
            svg.text(
                    x(value),
                    bottom + 14,
                    "middle",
                    value >= 1 ? "%,.0f".formatted(value) : "" + value);
        }
        for (var i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), i * ROW + ROW / 2.0);
        }
        return svg.render();
    }

    private void row(Svg svg, Row row, double y) {
        var millis = row.millis();
        svg.text(LEFT - 8, y + 4, "end", row.name());
        svg.line(x(millis.p50()), y, x(millis.max()), y, "spread");
        dot(svg, row, y, "p50", millis.p50());
        dot(svg, row, y, "p99", millis.p99());
        dot(svg, row, y, "p999", millis.p999());
        dot(svg, row, y, "max", millis.max());
    }

    private void dot(Svg svg, Row row, double y, String kind, double value) {
        svg.dot(x(value), y, kind, "%s %s: %.3f ms".formatted(row.name(), kind, value));
    }

    private double x(double value) {
        return LEFT + (log(value) - least) / (most - least) * (WIDTH - LEFT - RIGHT);
    }

    private static double log(double value) {
        return Math.log10(Math.max(value, 1e-3));
    }
}
