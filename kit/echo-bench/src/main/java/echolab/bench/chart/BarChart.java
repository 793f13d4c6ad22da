package echolab.bench.chart;

import echolab.bench.chart.Svg.At;
import echolab.bench.result.Quartiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Bars with whiskers: the bar ends at the median, the whisker goes from the first to the third quartile. A bar within the
/// bar is a part of it.
final class BarChart {

    private static final double ROW = 24;
    private static final double BAR = 15;
    private static final double PART = 5;

    /// @param part a figure that is contained in the other, with its words
    record Bar(Rows.Row row, Quartiles figure, Optional<Quartiles> part) {

        private double longest() {
            return Math.max(figure.q3(), part.map(Quartiles::q3).orElse(0.0));
        }
    }

    private final String title;
    private final List<Bar> bars;

    BarChart(String title, List<Bar> bars) {
        this.title = title;
        this.bars = bars;
    }

    /// @param asked what all of them should have reached, drawn as a line; empty for nothing
    String render(OptionalInt asked) {
        var longest =
                Math.max(bars.stream().mapToDouble(Bar::longest).max().orElse(1), asked.orElse(0));
        var rows =
                new Rows(title, Scale.linear(longest), bars.stream().map(Bar::row).toList(), ROW);
        for (var i = 0; i < bars.size(); i++) {
            bar(rows, bars.get(i), rows.middle(i));
        }
        asked.ifPresent(rate -> {
            var x = rows.x(rate);
            rows.svg().line(Ink.MAX, 2, new At(x, 0), new At(x, rows.height()));
        });
        return rows.svg().render();
    }

    private static void bar(Rows rows, Bar bar, double middle) {
        var x = rows.x(0);
        var y = middle - BAR / 2;
        var width = rows.x(bar.figure().median()) - x;
        var tip = bar.row().sentence();
        if (bar.row().clientBound()) {
            Rows.box(rows.svg(), x, y, width, BAR, tip);
        } else {
            rows.svg().rect(Ink.BAR, x, y, width, BAR, tip);
        }
        bar.part()
                .ifPresent(part ->
                        rows.svg()
                                .rect(
                                        Ink.INNER,
                                        x,
                                        middle - PART / 2,
                                        rows.x(part.median()) - x,
                                        PART,
                                        tip));
        if (bar.figure().q1() < bar.figure().q3()) {
            rows.whisker(bar.figure().q1(), bar.figure().q3(), middle);
        }
    }
}
