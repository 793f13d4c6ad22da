package echolab.bench.chart;

import echolab.bench.chart.Svg.At;
import echolab.bench.result.Quartiles;
import java.util.List;
import java.util.stream.Stream;

/// Medians as dots with whiskers on a logarithmic axis, around a line at 1: for ratios, where 2 is as far from 1 as a half is.
/// The band around the line is the noise of the run; a dot that is empty within can't be told from 1.
final class DotChart {

    private static final double DOT_ROOM = 15;
    private static final double LEAST_ROW = 24;
    private static final double EDGE = 1.08;

    /// @param withinNoise whether it can't be told from 1
    record Dot(Ink ink, Quartiles figure, boolean withinNoise, String tip) {}

    /// @param dots one for each run that is compared
    record DotRow(Rows.Row row, List<Dot> dots) {}

    private final String title;
    private final List<DotRow> dotRows;

    DotChart(String title, List<DotRow> dotRows) {
        this.title = title;
        this.dotRows = dotRows;
    }

    /// @param noise half the width of the band around 1; 0 for none
    String render(double noise) {
        var most = dotRows.stream().mapToInt(row -> row.dots().size()).max().orElse(1);
        var rows =
                new Rows(
                        title,
                        scale(),
                        dotRows.stream().map(DotRow::row).toList(),
                        Math.max(LEAST_ROW, most * DOT_ROOM + 6));
        band(rows, noise);
        for (var i = 0; i < dotRows.size(); i++) {
            row(rows, dotRows.get(i).dots(), rows.middle(i));
        }
        return rows.svg().render();
    }

    private Scale scale() {
        var ends =
                dotRows.stream()
                        .flatMap(row -> row.dots().stream())
                        .flatMap(dot -> Stream.of(dot.figure().q1(), dot.figure().q3()))
                        .filter(end -> end > 0)
                        .mapToDouble(Double::doubleValue)
                        .summaryStatistics();
        return Scale.logarithmic(
                Math.min(ends.getMin(), 1) / EDGE, Math.max(ends.getMax(), 1) * EDGE);
    }

    private static void band(Rows rows, double noise) {
        if (noise > 0) {
            var from = rows.x(1 - noise);
            var tip = "noise of the run: ±" + Numbers.places(noise * 100, 1) + " %";
            rows.svg().rect(Ink.NOISE, from, 0, rows.x(1 + noise) - from, rows.height(), tip);
        }
        rows.svg().line(Ink.FAINT, 1, new At(rows.x(1), 0), new At(rows.x(1), rows.height()));
    }

    private static void row(Rows rows, List<Dot> dots, double middle) {
        for (var i = 0; i < dots.size(); i++) {
            var dot = dots.get(i);
            var at =
                    new At(
                            rows.x(dot.figure().median()),
                            middle + (i - (dots.size() - 1) / 2.0) * DOT_ROOM);
            rows.whisker(dot.figure().q1(), dot.figure().q3(), at.y());
            if (dot.withinNoise()) {
                rows.svg().ring(dot.ink(), at, 4, dot.tip());
            } else {
                rows.svg().dot(dot.ink(), at, 4.5, dot.tip());
            }
        }
    }
}
