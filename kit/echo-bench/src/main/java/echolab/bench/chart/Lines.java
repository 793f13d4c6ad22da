package echolab.bench.chart;

import echolab.bench.chart.LinePlot.Axes;
import echolab.bench.chart.LinePlot.Line;
import echolab.bench.chart.LinePlot.Point;
import echolab.bench.result.Percentile;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Which lines does a plot have, and over which axes?
///
/// The reference is drawn in the colour of text, its second copy in grey dashes; the others have colours in the order in
/// which they were named, so that a server has the same one in all plots of a result.
final class Lines {

    private static final double LAST = 99.99;
    private static final double EDGE = 1.05;
    private static final double SHORTEST_MILLIS = 0.001;

    private Lines() {}

    static List<Line> ofPercentiles(RunResult run) {
        return lines(run, target -> target.summary().map(Lines::curve).orElse(List.of()), false);
    }

    static String percentiles(List<Line> lines) {
        var ends = points(lines).mapToDouble(Point::y).summaryStatistics();
        var axes =
                new Axes(
                        Scale.percentiles(),
                        Scale.logarithmic(ends.getMin(), ends.getMax()),
                        "percentile of the echoes",
                        percent -> Numbers.percent(percent));
        return new LinePlot("Latency up to the 99.99th percentile, ms", axes, lines).render();
    }

    static List<Line> ofSweep(Sweep sweep, Figure figure) {
        return lines(sweep.runs().getLast(), target -> along(sweep, figure, target.name()), true);
    }

    static String sweep(Sweep sweep, Figure figure, List<Line> lines) {
        var marks =
                sweep.runs().stream().map(run -> (double) sweep.axis().of(run)).distinct().toList();
        var axes =
                new Axes(
                        Scale.at(marks),
                        down(figure, lines),
                        sweep.axis().words(),
                        sweep.axis()::mark);
        return new LinePlot(figure.title(), axes, lines).render();
    }

    private static Scale down(Figure figure, List<Line> lines) {
        var least = points(lines).mapToDouble(Point::low).min().orElse(1);
        var most = points(lines).mapToDouble(Point::high).max().orElse(1);
        return switch (figure) {
            case CPU, ECHOES -> Scale.linear(most);
            case RATIO -> Scale.logarithmic(Math.min(least, 1) / EDGE, Math.max(most, 1) * EDGE);
            case P99 -> Scale.decades(least, most);
        };
    }

    private interface PointsOf {
        List<Point> of(TargetResult target);
    }

    private static List<Line> lines(RunResult run, PointsOf points, boolean dotted) {
        var contestants = run.targets().stream().filter(t -> t.role() == Role.CONTESTANT).toList();
        return run.targets().stream()
                .map(target -> line(target, contestants.indexOf(target), points.of(target), dotted))
                .filter(line -> !line.points().isEmpty())
                .toList();
    }

    private static Line line(TargetResult target, int number, List<Point> points, boolean dotted) {
        return switch (target.role()) {
            case REFERENCE -> new Line(target.name(), Ink.TEXT, "", dotted, points);
            case CONTROL -> new Line(target.name(), Ink.FAINT, "2 3", dotted, points);
            case CONTESTANT ->
                    new Line(target.name(), Ink.series(number), Ink.dash(number), dotted, points);
        };
    }

    private static List<Point> curve(Summary summary) {
        return summary.latencyMillis().curve().stream()
                .filter(point -> point.percent() <= LAST)
                .map(Lines::point)
                .toList();
    }

    /// In words only what has a name: a curve has five points for each halving.
    private static Point point(Percentile at) {
        var millis = Math.max(at.millis(), SHORTEST_MILLIS);
        var named = DoubleStream.of(0, 50, LAST).anyMatch(p -> Math.abs(p - at.percent()) < 1e-9);
        var tip = Numbers.percent(at.percent()) + " % " + Numbers.places(millis, 3) + " ms";
        return new Point(at.percent(), millis, millis, millis, false, named ? tip : "");
    }

    private static List<Point> along(Sweep sweep, Figure figure, String name) {
        return sweep.runs().stream()
                .flatMap(run ->
                        run.targets().stream()
                                .filter(target -> target.name().equals(name))
                                .flatMap(target -> point(sweep, figure, run, target).stream()))
                .toList();
    }

    private static Optional<Point> point(
            Sweep sweep, Figure figure, RunResult run, TargetResult target) {
        return target.summary()
                .flatMap(figure::of)
                .filter(quartiles -> quartiles.median() > 0)
                .map(quartiles -> {
                    var x = sweep.axis().of(run);
                    var tip = sweep.axis().mark(x) + ": " + figure.words(quartiles);
                    return point(x, quartiles, Charts.isClientBound(target), tip);
                });
    }

    private static Point point(double x, Quartiles y, boolean hollow, String tip) {
        return new Point(x, y.median(), y.q1(), y.q3(), hollow, tip);
    }

    private static Stream<Point> points(List<Line> lines) {
        return lines.stream().flatMap(line -> line.points().stream());
    }
}
