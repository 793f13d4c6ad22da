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
    sealed interface Mark {

        /// From 0; hatched where the load generator was the bottleneck.
        record Bar(double value) implements Mark {}

        /// A part of the bar below it.
        record Part(double value) implements Mark {}

        /// From the first to the third quartile; nothing where they are the same.
        ///
        /// @param below the middle of the row, for one of several
        record Whisker(Quartiles of, double below) implements Mark {}

        record Dot(Ink ink, double value, boolean hollow, double below, String tip)
                implements Mark {}

        record Span(double from, double to) implements Mark {}

        /// What the axis must have.
        private DoubleStream ends() {
            return switch (this) {
                case Bar(var value) -> DoubleStream.of(value);
                case Whisker(var of, _) -> DoubleStream.of(of.q1(), of.q3());
                case Span(var from, var to) -> DoubleStream.of(from, to);
                case Part _, Dot _ -> DoubleStream.empty();
            };
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

    /// @param rowHeight of the marks, without a name above them
    /// @param scale by the least and the greatest figure above 0 that the axis must have
    RowChart(
            String title,
            List<Row> rows,
            double rowHeight,
            Function<DoubleSummaryStatistics, Scale> scale) {
        var marks = rows.stream().flatMap(row -> row.marks().stream());
        var ends = marks.flatMapToDouble(Mark::ends).filter(end -> end > 0);
        this.title = title;
        this.scale = scale.apply(ends.summaryStatistics());
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
            row.marks().forEach(mark -> draw(mark, row, middle));
        }
        return this;
    }

    /// Nothing when there is no row.
    Optional<String> render() {
        var said = String.join("; ", rows.stream().map(Row::sentence).toList());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(svg.render(WIDTH, height + BELOW, title, said));
    }

    private void draw(Mark mark, Row row, double y) {
        switch (mark) {
            case Mark.Bar(var value) when row.clientBound() ->
                    hatched(svg, new At(left, y - BAR / 2), x(value) - left, BAR, row.sentence());
            case Mark.Bar(var value) -> bar(Ink.BLUE, value, BAR, row, y);
            case Mark.Part(var value) -> bar(Ink.DEEP_BLUE, value, PART, row, y);
            case Mark.Whisker(var of, var below) when of.q1() < of.q3() ->
                    whisker(svg, x(of.q1()), x(of.q3()), y + below);
            case Mark.Whisker _ -> {}
            case Mark.Dot(var ink, var value, var hollow, var below, var tip) ->
                    dot(svg, ink, hollow, 4.5, new At(x(value), y + below), tip);
            case Mark.Span(var from, var to) ->
                    svg.line(Ink.FAINT.stroke(1.3), new At(x(from), y), new At(x(to), y));
        }
    }

    private void bar(Ink ink, double value, double thick, Row row, double y) {
        var corner = new At(left, y - thick / 2);
        svg.rect(ink.fill(), 0, corner, x(value) - left, thick, row.sentence());
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
            hatched(svg, corner, BOX, BOX, row.sentence());
        }
    }

    static double widest(List<String> texts) {
        return texts.stream().mapToDouble(text -> Svg.width(text, LETTERS)).max().orElse(0);
    }
}
