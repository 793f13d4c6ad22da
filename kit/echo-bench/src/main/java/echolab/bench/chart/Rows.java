package echolab.bench.chart;

import echolab.bench.chart.Svg.At;
import java.util.List;

/// The frame of a chart that has a row a server: names on the left, figures on the right, an axis below.
///
/// ```
///   c-epoll ▨ ▐████████▌         5.74        ▨: the load generator was the bottleneck
///    step01   ▐███████████████▌ 12.52
///             0     5     10
/// ```
final class Rows {

    static final double WIDTH = 420;

    private static final double MARK = 9;
    private static final double GAP = 8;
    private static final double BELOW = 22;

    /// @param clientBound whether the load generator was the bottleneck
    /// @param figure what stands at its end
    /// @param words what the row says, for those who can't see it
    record Row(String name, boolean clientBound, String figure, String words) {

        String sentence() {
            return name + " " + words + (clientBound ? ", bound by the load generator" : "");
        }
    }

    private final Svg svg;
    private final Scale scale;
    private final double left;
    private final double right;
    private final double height;
    private final double row;

    /// @param row how high a row is
    Rows(String title, Scale scale, List<Row> rows, double row) {
        this.scale = scale;
        this.row = row;
        this.left = widest(rows.stream().map(Row::name).toList()) + MARK + 2 * GAP;
        this.right = WIDTH - widest(rows.stream().map(Row::figure).toList()) - GAP;
        this.height = rows.size() * row;
        var said = String.join("; ", rows.stream().map(Row::sentence).toList());
        this.svg = new Svg(WIDTH, height + BELOW, title, said);
        axis();
        for (var i = 0; i < rows.size(); i++) {
            names(rows.get(i), i);
        }
    }

    Svg svg() {
        return svg;
    }

    double x(double value) {
        return left + scale.share(value) * (right - left);
    }

    /// The middle of a row, 0 for the first.
    double middle(int number) {
        return number * row + row / 2;
    }

    double height() {
        return height;
    }

    /// From the first to the third quartile.
    void whisker(double from, double to, double y) {
        svg.line(Ink.SPREAD, 1.3, new At(x(from), y), new At(x(to), y));
        for (var end : new double[] {from, to}) {
            svg.line(Ink.SPREAD, 1.3, new At(x(end), y - 4), new At(x(end), y + 4));
        }
    }

    private void axis() {
        var free = Double.NEGATIVE_INFINITY;
        for (var tick : scale.ticks()) {
            var text = Numbers.mark(tick);
            var half = Svg.widthOf(text) / 2;
            svg.line(Ink.GRID, 1, new At(x(tick), 0), new At(x(tick), height));
            if (x(tick) - half > free && x(tick) + half <= WIDTH) {
                svg.text(Ink.FAINT, new At(x(tick), height + 15), "middle", text);
                free = x(tick) + half;
            }
        }
    }

    private void names(Row row, int number) {
        var y = middle(number) + Svg.LETTERS * 0.35;
        svg.text(Ink.TEXT, new At(left - GAP - MARK, y), "end", row.name());
        svg.text(Ink.TEXT, new At(WIDTH, y), "end", row.figure());
        if (row.clientBound()) {
            var x = left - GAP / 2 - MARK;
            box(svg, x, middle(number) - MARK / 2, MARK, MARK, row.sentence());
        }
    }

    /// What is bound by the load generator looks like this, in a bar as beside a name.
    static void box(Svg svg, double x, double y, double width, double height, String tip) {
        svg.rect(Ink.PALE, x, y, width, height, tip).hatch(Ink.BAR, x, y, width, height);
    }

    private static double widest(List<String> texts) {
        return texts.stream().mapToDouble(Svg::widthOf).max().orElse(0);
    }
}
