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
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
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
        var ends = ends(lines);
        return new LinePlot(
                        "Latency up to the 99.99th percentile, ms",
                        Scale.percentiles(),
                        Scale.logarithmic(ends.getMin(), ends.getMax()),
                        "percentile of the echoes",
                        Numbers::percent,
                        lines)
                .render();
    }

    /// A line a server over what the runs differ in.
    public static Optional<String> sweep(Sweep sweep, Figure figure) {
        var axis = sweep.axis();
        var marks = sweep.runs().stream().map(run -> (double) axis.of(run)).distinct().toList();
        var lines = lines(sweep.runs().getLast(), true, t -> along(sweep, figure, t.name()));
        var ends = ends(lines);
        var up =
                switch (figure) {
                    case CPU, ECHOES -> Scale.linear(ends.getMax());
                    case RATIO -> Scale.ratios(ends.getMin(), ends.getMax(), RATIO_ROOM);
                    case P99 -> Scale.decades(ends.getMin(), ends.getMax());
                };
        return new LinePlot(figure.title(), Scale.at(marks), up, axis.words(), axis::mark, lines)
                .render();
    }

    /// A line a server over the event loops that it had; nothing when none has two points.
    public static Optional<String> loops(RunResult run) {
        var lines = new ArrayList<Line>();
        run.byLoops().forEach((program, all) -> lines.add(loops(program, all, lines.size())));
        lines.removeIf(line -> line.points().isEmpty());
        var marks = points(lines).map(Point::x).distinct().sorted().toList();
        if (marks.size() < 2) {
            return Optional.empty();
        }
        var title = Figure.ECHOES.title();
        var up = Scale.linear(ends(lines).getMax());
        return new LinePlot(title, Scale.at(marks), up, "event loops", Numbers::mark, lines)
                .render();
    }

    private static Line loops(String program, List<TargetResult> all, int number) {
        var points = new ArrayList<Point>();
        for (var target : all) {
            target.summary()
                    .flatMap(Figure.ECHOES::of)
                    .map(y -> new Point(target.eventLoops(), y, false, Figure.ECHOES.words(y)))
                    .ifPresent(points::add);
        }
        return new Line(program, Ink.series(number), Ink.dashes(number), true, points);
    }

    /// A line a server over the seconds that it was under load, both axes logarithmic.
    public static Optional<String> warmUp(
            RunResult run, String title, Function<Stage, Optional<Quartiles>> figure) {
        var lines = lines(run, true, t -> stages(WarmUpCurve.of(t.slices()), figure));
        var across = points(lines).map(Point::x).distinct().sorted().toList();
        if (across.size() < 2) {
            return Optional.empty();
        }
        var ends = ends(lines);
        var up = Scale.logarithmic(ends.getMin(), ends.getMax());
        var along = "seconds under load";
        return new LinePlot(title, Scale.at(across), up, along, Numbers::mark, lines).render();
    }

    private static List<Point> stages(
            List<Stage> stages, Function<Stage, Optional<Quartiles>> figure) {
        return stages.stream()
                .flatMap(
                        stage -> figure.apply(stage).stream().map(of -> point(stage.seconds(), of)))
                .toList();
    }

    private static Point point(double seconds, Quartiles figure) {
        var y = drawable(figure);
        var tip = Numbers.mark(seconds) + " s: " + Numbers.places(y.median(), 2);
        return new Point(seconds, y, false, tip);
    }

    /// An axis that is logarithmic has no 0.
    private static Quartiles drawable(Quartiles millis) {
        return millis.map(of -> Math.max(of, SHORTEST_MILLIS));
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
        var millis = drawable(Quartiles.alike(at.millis()));
        var named = DoubleStream.of(0, 50, LAST).anyMatch(p -> Math.abs(p - at.percent()) < 1e-9);
        var tip =
                Numbers.percent(at.percent()) + " % " + Numbers.places(millis.median(), 3) + " ms";
        return new Point(at.percent(), millis, false, named ? tip : "");
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
                .map(y -> new Point(x, y, of.clientBound(), axis.mark(x) + ": " + figure.words(y)));
    }

    private static DoubleSummaryStatistics ends(List<Line> lines) {
        return points(lines)
                .flatMapToDouble(point -> DoubleStream.of(point.y().q1(), point.y().q3()))
                .summaryStatistics();
    }

    private static Stream<Point> points(List<Line> lines) {
        return lines.stream().flatMap(line -> line.points().stream());
    }
}
