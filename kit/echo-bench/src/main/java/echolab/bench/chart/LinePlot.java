package echolab.bench.chart;

import echolab.bench.result.Quartiles;
import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/// Lines over two axes, each with its name at its end: a legend elsewhere would have to be looked up line by line.
///
/// @param along what the axis below is
/// @param mark how a mark of that axis is written
record LinePlot(
        String title,
        Scale across,
        Scale up,
        String along,
        DoubleFunction<String> mark,
        List<Line> lines) {

    private static final double WIDTH = RowChart.WIDTH;
    private static final int LETTERS = RowChart.LETTERS;
    private static final double TOP = 10;
    private static final double BELOW = 40;
    private static final double GAP = 6;
    private static final double NAME = 15;
    private static final double LEAST_HEIGHT = 200;

    /// @param y with quartiles, or the ends of an interval; they may be alike
    /// @param hollow whether the load generator was the bottleneck
    record Point(double x, Quartiles y, boolean hollow, String tip) {}

    /// @param dashes an attribute
    /// @param dotted whether its points are what was measured, with nothing known between them
    record Line(String name, Ink ink, String dashes, boolean dotted, List<Point> points) {

        private Point end() {
            return points.getLast();
        }

        private String words() {
            return points.stream()
                    .map(Point::tip)
                    .filter(tip -> !tip.isEmpty())
                    .collect(Collectors.joining(", ", name + ": ", ""));
        }
    }

    /// Nothing when there is no line.
    Optional<String> render() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var svg = new Svg();
        axes(svg);
        lines.forEach(line -> line(svg, line));
        names(svg);
        var words = String.join("; ", lines.stream().map(Line::words).toList());
        return Optional.of(svg.render(WIDTH, TOP + height() + BELOW, title, words));
    }

    private double left() {
        return GAP + RowChart.widest(up.ticks().stream().map(Numbers::mark).toList());
    }

    private double right() {
        return WIDTH - 3 * GAP - RowChart.widest(lines.stream().map(Line::name).toList());
    }

    private double height() {
        return Math.max(LEAST_HEIGHT, lines.size() * NAME + NAME);
    }

    private At at(double x, double y) {
        return new At(
                left() + across.share(x) * (right() - left()),
                TOP + height() - up.share(y) * height());
    }

    private At at(Point point) {
        return at(point.x(), point.y().median());
    }

    /// Marks of the axis below go from the right, where it is read closest; one that would run into the last is left out.
    private void axes(Svg svg) {
        var grid = Ink.GRID.stroke(1);
        var letters = Ink.FAINT.letters(LETTERS);
        for (var tick : up.ticks()) {
            var y = at(0, tick).y();
            svg.line(grid, new At(left(), y), new At(right(), y));
            svg.text(letters, new At(left() - GAP, y + 4.5), "end", Numbers.mark(tick));
        }
        var bottom = TOP + height();
        var free = Double.POSITIVE_INFINITY;
        for (var tick : across.ticks().reversed()) {
            var text = mark.apply(tick);
            var half = Svg.width(text, LETTERS) / 2;
            var x = at(tick, 0).x();
            svg.line(grid, new At(x, TOP), new At(x, bottom));
            if (x + half < free) {
                svg.text(letters, new At(x, bottom + 17), "middle", text);
                free = x - half - 2;
            }
        }
        svg.text(letters, new At((left() + right()) / 2, bottom + 35), "middle", along);
    }

    private void line(Svg svg, Line line) {
        var places = line.points().stream().map(this::at).toArray(At[]::new);
        svg.line(line.ink().stroke(2) + line.dashes(), places);
        for (var point : line.dotted() ? line.points() : List.<Point>of()) {
            if (point.y().q1() < point.y().q3()) {
                var low = at(point.x(), point.y().q1());
                svg.line(line.ink().stroke(1), low, at(point.x(), point.y().q3()));
            }
            RowChart.dot(svg, line.ink(), point.hollow(), 3.5, at(point), point.tip());
        }
    }

    /// From top to bottom in the order of the lines' ends, each as near to its own as the one above leaves room.
    private void names(Svg svg) {
        var ordered =
                lines.stream().sorted(Comparator.comparingDouble(l -> at(l.end()).y())).toList();
        var wishes = ordered.stream().map(line -> at(line.end()).y()).toList();
        var places = apart(wishes, NAME, TOP, TOP + height() - GAP);
        for (var i = 0; i < ordered.size(); i++) {
            var line = ordered.get(i);
            var name = new At(right() + 2 * GAP, places.get(i));
            svg.line(line.ink().stroke(0.7), at(line.end()).plus(4, 0), name);
            svg.text(line.ink().letters(LETTERS), name.plus(GAP / 2, 4.5), "start", line.name());
        }
    }

    /// Moves labels apart until each two are `gap` from each other at least; where all do not fit, they are squeezed evenly.
    ///
    /// Labels that meet stand around the middle of their places: half of them moves up, half down. Pushing each below the one
    /// before was tried: all end far below their lines. This is the isotonic regression of the places less their gaps, in
    /// its min-max form (Robertson, Wright and Dykstra, *Order Restricted Statistical Inference*, 1988).
    ///
    /// @param places in order, smallest first
    static List<Double> apart(List<Double> places, double gap, double from, double to) {
        var last = places.size() - 1;
        var room = last > 0 ? Math.min(gap, (to - from) / last) : gap;
        var wishes = new ArrayList<Double>();
        places.forEach(place -> wishes.add(place - wishes.size() * room));
        var moved = new ArrayList<Double>();
        for (var i = 0; i <= last; i++) {
            var most = Double.NEGATIVE_INFINITY;
            for (var above = 0; above <= i; above++) {
                var least = Double.POSITIVE_INFINITY;
                for (var below = i; below <= last; below++) {
                    least = Math.min(least, mean(wishes.subList(above, below + 1)));
                }
                most = Math.max(most, least);
            }
            moved.add(Math.max(from, Math.min(most, to - last * room)) + i * room);
        }
        return moved;
    }

    private static double mean(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
