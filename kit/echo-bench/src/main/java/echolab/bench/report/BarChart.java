package echolab.bench.report;

import echolab.bench.result.Quartiles;
import java.util.List;

/// Bars with whiskers: the bar ends at the median, the whisker goes from the first to the third quartile.
final class BarChart {

    private static final int WIDTH = 480;
    private static final int LEFT = 110;
    private static final int RIGHT = 70;
    private static final int ROW = 26;

    /// @param clientBound whether the load generator was the bottleneck, which the bar shows by its colour
    record Row(String name, Quartiles figure, boolean clientBound) {}

    private final String title;
    private final int places;
    private final List<Row> rows;

    BarChart(String title, int places, List<Row> rows) {
        this.title = title;
        this.places = places;
        this.rows = rows;
    }

    String render() {
        return render(0);
    }

    /// @param noise half the width of the band around 1 in which nothing can be told apart; 0 for none
    String render(double noise) {
        var svg = new Svg(WIDTH, rows.size() * ROW + 10, title);
        if (noise > 0) {
            svg.bar(
                    x(1 - noise),
                    0,
                    x(1 + noise) - x(1 - noise),
                    rows.size() * ROW,
                    "noise",
                    "noise of the run");
        }
        for (var i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), i * ROW + 4);
        }
        return svg.render();
    }

    private void row(Svg svg, Row row, double y) {
        var figure = row.figure();
        var median = ("%,." + places + "f").formatted(figure.median());
        var middle = y + ROW / 2.0 - 2;
        svg.text(LEFT - 8, middle + 4, "end", row.name());
        svg.bar(
                LEFT,
                y,
                x(figure.median()) - LEFT,
                ROW - 8,
                row.clientBound() ? "client" : "bar",
                tip(row));
        svg.line(x(figure.q1()), middle, x(figure.q3()), middle, "spread");
        svg.line(x(figure.q1()), middle - 4, x(figure.q1()), middle + 4, "spread");
        svg.line(x(figure.q3()), middle - 4, x(figure.q3()), middle + 4, "spread");
        svg.text(Math.max(x(figure.q3()), x(figure.median())) + 6, middle + 4, "start", median);
    }

    private String tip(Row row) {
        var format = "%s: median %,.{p}f, quartiles %,.{p}f to %,.{p}f".replace("{p}", "" + places);
        var figure = row.figure();
        return format.formatted(row.name(), figure.median(), figure.q1(), figure.q3())
                + (row.clientBound() ? "; the load generator was the bottleneck" : "");
    }

    private double x(double value) {
        var most =
                rows.stream()
                        .mapToDouble(r -> Math.max(r.figure().q3(), r.figure().median()))
                        .max();
        return LEFT + value / most.orElse(1) * (WIDTH - LEFT - RIGHT);
    }
}
