package echolab.bench.chart;

import echolab.bench.chart.Svg.At;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/// Lines over two axes, each with its name at its end: a legend elsewhere would have to be looked up line by line.
final class LinePlot {

    private static final double WIDTH = 420;
    private static final double TOP = 10;
    private static final double BELOW = 40;
    private static final double GAP = 6;
    private static final double NAME = 15;
    private static final double LEAST_HEIGHT = 200;

    /// @param low the first quartile, which may be `y`
    /// @param high the third
    /// @param hollow whether the load generator was the bottleneck
    record Point(double x, double y, double low, double high, boolean hollow, String tip) {}

    /// @param number of its colour and dashes; the reference has none and is drawn in the colour of text
    /// @param dotted whether its points are what was measured, with nothing known between them
    record Line(String name, Ink ink, String dash, boolean dotted, List<Point> points) {}

    /// @param along what the axis below is
    /// @param mark how a mark of that axis is written
    record Axes(Scale x, Scale y, String along, DoubleFunction<String> mark) {}

    private final Axes axes;
    private final List<Line> lines;
    private final double left;
    private final double right;
    private final double height;
    private final Svg svg;

    LinePlot(String title, Axes axes, List<Line> lines) {
        this.axes = axes;
        this.lines = lines;
        this.left =
                GAP
                        + axes.y().ticks().stream()
                                .mapToDouble(t -> Svg.widthOf(Numbers.mark(t)))
                                .max()
                                .orElse(0);
        this.right =
                WIDTH
                        - 3 * GAP
                        - lines.stream().mapToDouble(l -> Svg.widthOf(l.name())).max().orElse(0);
        this.height = Math.max(LEAST_HEIGHT, lines.size() * NAME + NAME);
        var words = lines.stream().map(LinePlot::words).toList();
        this.svg = new Svg(WIDTH, TOP + height + BELOW, title, String.join("; ", words));
    }

    String render() {
        down();
        along();
        lines.forEach(this::line);
        names();
        return svg.render();
    }

    private static String words(Line line) {
        return line.name()
                + ": "
                + String.join(
                        ", ",
                        line.points().stream().map(Point::tip).filter(t -> !t.isEmpty()).toList());
    }

    private double x(double value) {
        return left + axes.x().share(value) * (right - left);
    }

    private double y(double value) {
        return TOP + height - axes.y().share(value) * height;
    }

    private void down() {
        for (var tick : axes.y().ticks()) {
            svg.line(Ink.GRID, 1, new At(left, y(tick)), new At(right, y(tick)));
            svg.text(Ink.FAINT, new At(left - GAP, y(tick) + 4.5), "end", Numbers.mark(tick));
        }
    }

    /// Marks from the right, where the axis is read closest; one that would run into the last is left out.
    private void along() {
        var free = Double.POSITIVE_INFINITY;
        for (var tick : axes.x().ticks().reversed()) {
            var text = axes.mark().apply(tick);
            var half = Svg.widthOf(text) / 2;
            svg.line(Ink.GRID, 1, new At(x(tick), TOP), new At(x(tick), TOP + height));
            if (x(tick) + half < free) {
                svg.text(Ink.FAINT, new At(x(tick), TOP + height + 17), "middle", text);
                free = x(tick) - half - 2;
            }
        }
        var middle = new At((left + right) / 2, TOP + height + 35);
        svg.text(Ink.FAINT, middle, "middle", axes.along());
    }

    private void line(Line line) {
        var places = line.points().stream().map(p -> new At(x(p.x()), y(p.y()))).toList();
        svg.path(line.ink(), 2, line.dash(), places);
        for (var point : line.points()) {
            if (line.dotted()) {
                point(line.ink(), point);
            }
        }
    }

    private void point(Ink ink, Point point) {
        var at = new At(x(point.x()), y(point.y()));
        if (point.low() < point.high()) {
            svg.line(ink, 1, new At(at.x(), y(point.low())), new At(at.x(), y(point.high())));
        }
        if (point.hollow()) {
            svg.ring(ink, at, 3.5, point.tip());
        } else {
            svg.dot(ink, at, 3.5, point.tip());
        }
    }

    /// From top to bottom in the order of the lines' ends, each as near to its own as the one above leaves room.
    private void names() {
        var ordered =
                lines.stream().sorted(Comparator.comparingDouble(l -> y(end(l).y()))).toList();
        var places =
                Spread.apart(
                        ordered.stream().map(l -> y(end(l).y())).toList(),
                        NAME,
                        TOP,
                        TOP + height - GAP);
        for (var i = 0; i < ordered.size(); i++) {
            var line = ordered.get(i);
            var from = new At(x(end(line).x()) + 4, y(end(line).y()));
            svg.line(line.ink(), 0.7, from, new At(right + 2 * GAP, places.get(i)));
            var at = new At(right + 2.5 * GAP, places.get(i) + 4.5);
            svg.text(line.ink(), at, "start", line.name());
        }
    }

    private static Point end(Line line) {
        return line.points().getLast();
    }
}
