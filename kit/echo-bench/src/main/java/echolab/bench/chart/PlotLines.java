package echolab.bench.chart;

import echolab.bench.chart.LinePlot.Line;
import echolab.bench.chart.LinePlot.Point;
import echolab.bench.result.Percentile;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.bench.result.WarmUpCurve;
import echolab.bench.result.WarmUpCurve.Stage;
import echolab.svg.Ink;
import echolab.svg.Svg;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The lines of a plot, and the axes that they lie over.
///
/// The reference is drawn in the colour of text, its second copy in grey dashes; the others have colours in the order in
/// which they were named, so that a server has the same one in all plots of a result.
public final class PlotLines {

    private static final double LAST = 99.99;
    private static final double RATIO_ROOM = 1.05;
    private static final double SHORTEST_MILLIS = 0.001;

    private PlotLines() {}

    /// The whole distribution of latencies up to 99.99 %, a line a server.
    public static Optional<String> percentiles(RunResult run) {
        var lines = lines(run, false, t -> t.summary().map(PlotLines::curve).orElse(List.of()));
        var ends = points(lines).mapToDouble(Point::y).summaryStatistics();
        return drawn(
                new LinePlot(
                        "Latency up to the 99.99th percentile, ms",
                        Scale.percentiles(),
                        Scale.logarithmic(ends.getMin(), ends.getMax()),
                        "percentile of the echoes",
                        Numbers::percent,
                        lines));
    }

    /// A line a server over what the runs differ in.
    public static Optional<String> sweep(Sweep sweep, Figure figure) {
        var axis = sweep.axis();
        var marks = sweep.runs().stream().map(run -> (double) axis.of(run)).distinct().toList();
        var lines = lines(sweep.runs().getLast(), true, t -> along(sweep, figure, t.name()));
        return drawn(
                new LinePlot(
                        figure.title(),
                        Scale.at(marks),
                        up(figure, lines),
                        axis.words(),
                        axis::mark,
                        lines));
    }

    /// A line a server over the seconds that it was under load, both axes logarithmic.
    public static Optional<String> warmUp(
            RunResult run, String title, Function<Stage, Optional<Quartiles>> figure) {
        var lines = lines(run, true, t -> stages(WarmUpCurve.of(t.slices()), figure));
        var across = points(lines).map(Point::x).distinct().sorted().toList();
        if (across.size() < 2) {
            return Optional.empty();
        }
        var least = points(lines).mapToDouble(Point::low).min().orElse(1);
        var most = points(lines).mapToDouble(Point::high).max().orElse(1);
        var up = Scale.logarithmic(Math.max(least, SHORTEST_MILLIS), most);
        return drawn(
                new LinePlot(
                        title, Scale.at(across), up, "seconds under load", Numbers::mark, lines));
    }

    private static List<Point> stages(
            List<Stage> stages, Function<Stage, Optional<Quartiles>> figure) {
        return stages.stream()
                .flatMap(
                        stage -> figure.apply(stage).stream().map(of -> point(stage.seconds(), of)))
                .toList();
    }

    private static Point point(double seconds, Quartiles figure) {
        var y = Math.max(figure.median(), SHORTEST_MILLIS);
        var tip = Numbers.mark(seconds) + " s: " + Numbers.places(y, 2);
        return new Point(seconds, y, figure.q1(), figure.q3(), false, tip);
    }

    private static Scale up(Figure figure, List<Line> lines) {
        var least = points(lines).mapToDouble(Point::low).min().orElse(1);
        var most = points(lines).mapToDouble(Point::high).max().orElse(1);
        return switch (figure) {
            case CPU, ECHOES -> Scale.linear(most);
            case RATIO -> Scale.ratios(least, most, RATIO_ROOM);
            case P99 -> Scale.decades(least, most);
        };
    }

    private static Optional<String> drawn(LinePlot plot) {
        return plot.lines().isEmpty() ? Optional.empty() : Optional.of(plot.render());
    }

    private static List<Line> lines(
            RunResult run, boolean dotted, Function<TargetResult, List<Point>> points) {
        var contestants = run.targets().stream().filter(t -> t.role() == Role.CONTESTANT).toList();
        return run.targets().stream()
                .map(target -> line(target, contestants.indexOf(target), dotted, points))
                .filter(line -> !line.points().isEmpty())
                .toList();
    }

    private static Line line(
            TargetResult target,
            int number,
            boolean dotted,
            Function<TargetResult, List<Point>> of) {
        var points = of.apply(target);
        return switch (target.role()) {
            case REFERENCE -> new Line(target.name(), Ink.TEXT, "", dotted, points);
            case CONTROL -> new Line(target.name(), Ink.FAINT, Svg.dashed("2 3"), dotted, points);
            case CONTESTANT ->
                    new Line(target.name(), Ink.series(number), Ink.dashes(number), dotted, points);
        };
    }

    private static List<Point> curve(Summary summary) {
        return summary.latencyMillis().curve().stream()
                .filter(point -> point.percent() <= LAST)
                .map(PlotLines::point)
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
                        run.target(name).stream()
                                .flatMap(target ->
                                        point(sweep.axis(), sweep.axis().of(run), figure, target)))
                .toList();
    }

    private static Stream<Point> point(Sweep.Axis axis, int x, Figure figure, TargetResult of) {
        return of.summary().flatMap(figure::of).filter(y -> y.median() > 0).stream()
                .map(y ->
                        new Point(
                                x,
                                y.median(),
                                y.q1(),
                                y.q3(),
                                Charts.isBound(of),
                                axis.mark(x) + ": " + figure.words(y)));
    }

    private static Stream<Point> points(List<Line> lines) {
        return lines.stream().flatMap(line -> line.points().stream());
    }
}
