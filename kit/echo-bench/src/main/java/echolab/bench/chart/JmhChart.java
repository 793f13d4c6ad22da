package echolab.bench.chart;

import echolab.bench.chart.Svg.At;
import echolab.process.Digits;
import java.util.List;
import java.util.Optional;

/// Bars below their names, which are long, with whiskers for the interval in which the mean lies.
public final class JmhChart {

    private static final int WIDTH = 480;
    private static final int RIGHT = 80;
    private static final int ROW = 36;
    private static final int NAME = 14;
    private static final int BAR = 14;

    /// @param error half the width of the interval; 0 for none
    public record Row(String name, double value, double error) {}

    private final String title;
    private final String unit;
    private final List<Row> rows;
    private final double most;

    public JmhChart(String title, String unit, List<Row> rows) {
        this.title = title;
        this.unit = unit;
        this.rows = rows;
        this.most =
                Math.max(
                        Double.MIN_NORMAL,
                        rows.stream()
                                .mapToDouble(row -> row.value() + row.error())
                                .max()
                                .orElse(1));
    }

    /// @return nothing when there is no bar to draw
    public Optional<String> render() {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var svg = new Svg(WIDTH, rows.size() * ROW + 4, title, "in " + unit);
        for (var i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), i * ROW);
        }
        return Optional.of(svg.render());
    }

    private void row(Svg svg, Row row, double y) {
        var said = Digits.in("%,.1f %s", row.value(), unit);
        var top = y + NAME + 4;
        var middle = top + BAR / 2.0;
        var low = x(Math.max(0, row.value() - row.error()));
        var high = x(row.value() + row.error());
        svg.text(Ink.TEXT, new At(0, y + NAME), "start", row.name());
        svg.rect(Ink.BAR, 0, top, x(row.value()), BAR, row.name() + ": " + said);
        if (row.error() > 0) {
            svg.line(Ink.SPREAD, 1, new At(low, middle), new At(high, middle));
            svg.line(Ink.SPREAD, 1, new At(low, middle - 4), new At(low, middle + 4));
            svg.line(Ink.SPREAD, 1, new At(high, middle - 4), new At(high, middle + 4));
        }
        var end = Math.max(high, x(row.value())) + 6;
        svg.text(Ink.TEXT, new At(end, middle + 4), "start", said);
    }

    private double x(double value) {
        return value / most * (WIDTH - RIGHT);
    }
}
