package echolab.bench.chart;

import echolab.bench.result.Quartiles;
import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/// A chart that has a row a server: names on the left, figures on the right, an axis below, and in each row its marks.
///
/// ```
///   c-epoll ▨ ▐████████▌         5.74        ▨: the load generator was the bottleneck
///    step01   ▐███████████████▌ 12.52
///             0     5     10
/// ```
///
/// Names that would take more than two fifths of the width stand above their rows.
final class RowChart {

    static final int LETTERS = 13;
    static final double WIDTH = 420;
    static final double ROW = 24;

    private static final double BOX = 9;
    private static final double BAR = 15;
    private static final double PART = 5;
    private static final double GAP = 8;
    private static final double BELOW = 22;
    private static final double NAME_ABOVE = 15;

    /// @param clientBound whether the load generator was the bottleneck
    /// @param figure what stands at its end
    /// @param words what the row says, for those who can't see it
    record Row(String name, boolean clientBound, String figure, String words, List<Mark> marks) {

        String sentence() {
            return name + " " + words + (clientBound ? ", bound by the load generator" : "");
        }
    }

    /// What stands in a row.
    ///
    /// @param from where on the axis it begins
    /// @param to where it ends
    record Mark(double from, double to, Drawing drawing) {

        private interface Drawing {
            /// @param y the middle of the row
            void draw(RowChart chart, Row row, double y);
        }

        /// From 0; hatched where the load generator was the bottleneck.
        static Mark bar(double value) {
            return new Mark(
                    0,
                    value,
                    (chart, row, y) -> {
                        var corner = new At(chart.x(0), y - BAR / 2);
                        var width = chart.x(value) - corner.x();
                        if (row.clientBound()) {
                            hatched(chart.svg, corner, width, BAR, row.sentence());
                        } else {
                            chart.svg.rect(Ink.BLUE.fill(), 0, corner, width, BAR, row.sentence());
                        }
                    });
        }

        /// A part of the bar below it.
        static Mark part(double value) {
            return new Mark(
                    0,
                    value,
                    (chart, row, y) -> {
                        var corner = new At(chart.x(0), y - PART / 2);
                        var width = chart.x(value) - corner.x();
                        chart.svg.rect(
                                Ink.DEEP_BLUE.fill(), 0, corner, width, PART, row.sentence());
                    });
        }

        /// From the first to the third quartile; nothing where they are the same.
        ///
        /// @param below the middle of the row, for one of several
        static Mark whisker(Quartiles of, double below) {
            return new Mark(
                    of.q1(),
                    of.q3(),
                    (chart, _, y) -> {
                        if (of.q1() < of.q3()) {
                            whisker(chart.svg, chart.x(of.q1()), chart.x(of.q3()), y + below);
                        }
                    });
        }

        static Mark dot(Ink ink, double value, boolean hollow, double below, String tip) {
            return new Mark(
                    value,
                    value,
                    (chart, _, y) ->
                            dot(
                                    chart.svg,
                                    ink,
                                    hollow,
                                    4.5,
                                    new At(chart.x(value), y + below),
                                    tip));
        }

        static Mark span(double from, double to) {
            return new Mark(
                    from,
                    to,
                    (chart, _, y) ->
                            chart.svg.line(
                                    Ink.FAINT.stroke(1.3),
                                    new At(chart.x(from), y),
                                    new At(chart.x(to), y)));
        }

        static void whisker(Svg svg, double from, double to, double y) {
            var look = Ink.TEXT.stroke(1.3);
            svg.line(look, new At(from, y), new At(to, y));
            svg.line(look, new At(from, y - 4), new At(from, y + 4));
            svg.line(look, new At(to, y - 4), new At(to, y + 4));
        }

        /// What is bound by the load generator looks like this, in a bar as beside a name.
        static void hatched(Svg svg, At corner, double width, double height, String tip) {
            svg.rect(Ink.PALE_BLUE.fill(), 0, corner, width, height, tip)
                    .hatch(Ink.BLUE, corner, width, height);
        }

        static void dot(Svg svg, Ink ink, boolean hollow, double radius, At at, String tip) {
            var look = hollow ? ink.around(Ink.GROUND, 1.8) : ink.fill();
            svg.circle(look, at, hollow ? radius - 0.5 : radius, tip);
        }
    }

    private final Svg svg = new Svg();
    private final String title;
    private final Scale scale;
    private final List<Row> rows;
    private final double rowHeight;
    private final boolean above;
    private final double left;
    private final double right;
    private final double height;

    /// Empty when there is no row.
    ///
    /// @param rowHeight of the marks, without a name above them
    /// @param scale by where the marks begin and end
    static Optional<RowChart> of(
            String title,
            List<Row> rows,
            double rowHeight,
            Function<DoubleSummaryStatistics, Scale> scale) {
        var ends =
                rows.stream()
                        .flatMap(row -> row.marks().stream())
                        .flatMapToDouble(mark -> DoubleStream.of(mark.from(), mark.to()))
                        .filter(end -> end > 0);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RowChart(
                                title, rows, rowHeight, scale.apply(ends.summaryStatistics())));
    }

    private RowChart(String title, List<Row> rows, double rowHeight, Scale scale) {
        this.title = title;
        this.scale = scale;
        this.rows = rows;
        var names = widest(rows.stream().map(Row::name).toList());
        this.above = names > WIDTH * 0.4;
        this.rowHeight = rowHeight + (above ? NAME_ABOVE : 0);
        this.left = (above ? 0 : names + GAP) + BOX + GAP;
        this.right = WIDTH - widest(rows.stream().map(Row::figure).toList()) - GAP;
        this.height = rows.size() * this.rowHeight;
        axis();
    }

    /// A figure of the axis that all are compared to.
    RowChart upright(Ink ink, double thick, double at) {
        svg.line(ink.stroke(thick), new At(x(at), 0), new At(x(at), height));
        return this;
    }

    RowChart rows() {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var middle = (i + 1) * rowHeight - (rowHeight - (above ? NAME_ABOVE : 0)) / 2;
            names(row, middle);
            row.marks().forEach(mark -> mark.drawing().draw(this, row, middle));
        }
        return this;
    }

    String render() {
        var said = String.join("; ", rows.stream().map(Row::sentence).toList());
        return svg.render(WIDTH, height + BELOW, title, said);
    }

    private double x(double value) {
        return left + scale.share(value) * (right - left);
    }

    private void axis() {
        var free = Double.NEGATIVE_INFINITY;
        for (var tick : scale.ticks()) {
            var text = Numbers.mark(tick);
            var half = Svg.width(text, LETTERS) / 2;
            upright(Ink.GRID, 1, tick);
            if (x(tick) - half > free && x(tick) + half <= WIDTH) {
                svg.text(Ink.FAINT.letters(LETTERS), new At(x(tick), height + 15), "middle", text);
                free = x(tick) + half;
            }
        }
    }

    private void names(Row row, double middle) {
        var letters = Ink.TEXT.letters(LETTERS);
        var y = middle + LETTERS * 0.35;
        var name = above ? new At(0, y - NAME_ABOVE - 2) : new At(left - GAP - BOX, y);
        svg.text(letters, name, above ? "start" : "end", row.name());
        svg.text(letters, new At(WIDTH, y), "end", row.figure());
        if (row.clientBound()) {
            var corner = new At(left - GAP / 2 - BOX, middle - BOX / 2);
            Mark.hatched(svg, corner, BOX, BOX, row.sentence());
        }
    }

    static double widest(List<String> texts) {
        return texts.stream().mapToDouble(text -> Svg.width(text, LETTERS)).max().orElse(0);
    }
}
