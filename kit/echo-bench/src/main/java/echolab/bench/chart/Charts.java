package echolab.bench.chart;

import echolab.bench.chart.RowChart.Mark;
import echolab.bench.chart.RowChart.Row;
import echolab.bench.result.AbSummary;
import echolab.bench.result.AbTarget;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.IdleResult;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.Latency;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.TargetResult;
import echolab.process.Digits;
import echolab.svg.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/// Draws a chart that has a row a server from a result, as an SVG; empty where the result has no such figure. [PlotLines] draws those with lines.
///
/// In all of them a hatched bar, a hatched box beside a name or an empty dot of a line says: here the load generator was
/// the bottleneck. [Key] has the small pictures for a legend.
public final class Charts {

    private static final double DOT_ROOM = 15;
    private static final double RATIO_ROOM = 1.08;
    private static final double SHORTEST_MILLIS = 0.001;

    private Charts() {}

    /// A bar a server, with quartiles. Echoes a second of an open loop have a line where the rate is that was asked for.
    public static Optional<String> bars(RunResult run, Figure figure) {
        var bars =
                run.targets().stream()
                        .flatMap(target ->
                                target.summary().flatMap(figure::of).stream()
                                        .map(of -> bar(target.name(), isBound(target), figure, of)))
                        .toList();
        var asked = figure == Figure.ECHOES ? run.ratePerSecond() : OptionalInt.empty();
        return bars(figure.title(run), bars, asked);
    }

    /// A dot a server, with its interval, around 1.
    public static Optional<String> ratios(RunResult run) {
        return comparison(List.of(run)).filter(_ -> run.reference().isPresent());
    }

    /// The ratios of several runs side by side: a dot for each run that a server took part in, in the order of the runs and
    /// in the colours of [Key#dot(int)]; empty within where it is not told apart from 1.
    public static Optional<String> comparison(List<RunResult> runs) {
        var rows =
                runs.stream()
                        .flatMap(run -> run.targets().stream())
                        .filter(target -> target.role() != Role.REFERENCE)
                        .map(TargetResult::name)
                        .distinct()
                        .flatMap(name -> dots(name, runs).stream())
                        .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var ends =
                ratios(runs)
                        .flatMap(ratio -> Stream.of(ratio.q1(), ratio.q3()))
                        .filter(end -> end > 0)
                        .mapToDouble(Double::doubleValue)
                        .summaryStatistics();
        var scale = Scale.ratios(ends.getMin(), ends.getMax(), RATIO_ROOM);
        var height = Math.max(RowChart.ROW, runs.size() * DOT_ROOM + 6);
        var chart = new RowChart(Figure.RATIO.title(runs.getFirst()), scale, rows, height);
        return Optional.of(chart.upright(Ink.FAINT, 1, 1).rows().render());
    }

    /// Percentiles as dots on a line, p50 to the maximum, on an axis where each step to the right is ten times as long.
    public static Optional<String> latencies(RunResult run) {
        var measured = run.targets().stream().filter(t -> t.summary().isPresent()).toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        var millis = measured.stream().map(Charts::millis).toList();
        var least = millis.stream().mapToDouble(Latency::p50).min().orElseThrow();
        var most = millis.stream().mapToDouble(Latency::max).max().orElseThrow();
        var title = "Latency from the median to the maximum, ms";
        var scale = Scale.decades(Math.max(least, SHORTEST_MILLIS), most);
        var rows = measured.stream().map(Charts::latencyRow).toList();
        return Optional.of(new RowChart(title, scale, rows, RowChart.ROW).rows().render());
    }

    /// Memory that came with each idle connection, KiB; the bar within is the part that is live objects on the Java heap.
    public static Optional<String> idle(IdleResult idle) {
        var bars = idle.targets().stream().flatMap(target -> idleBar(target).stream()).toList();
        var title = "Memory of the process per idle connection, KiB";
        return bars(title, bars, OptionalInt.empty());
    }

    /// Requests per second that ApacheBench saw; hatched where ab was the bottleneck.
    public static Optional<String> requests(List<AbTarget> targets) {
        var title = "Requests per second of each server, with quartiles over the rounds";
        return ofAb(targets, Figure.ECHOES, title, s -> Optional.of(s.requestsPerSecond()));
    }

    /// CPU of the server per request of ApacheBench, µs.
    public static Optional<String> requestCpu(List<AbTarget> targets) {
        var title = "CPU of the server per request, µs, with quartiles over the rounds";
        return ofAb(targets, Figure.CPU, title, AbSummary::serverMicros);
    }

    /// What JMH found, a bar a benchmark, with the interval in which its mean lies.
    ///
    /// @param unit what stands behind each figure
    public static Optional<String> parts(
            String title, String unit, Map<String, Quartiles> intervals) {
        var bars = new ArrayList<Bar>();
        intervals.forEach((name, of) -> {
            var said = Digits.in("%,.1f %s", of.median(), unit);
            var marks = List.of(Mark.bar(of.median()), Mark.whisker(of, 0));
            bars.add(new Bar(new Row(name, false, said, said, marks), of.q3()));
        });
        return bars(title, bars, OptionalInt.empty());
    }

    private static Optional<String> ofAb(
            List<AbTarget> targets,
            Figure figure,
            String title,
            Function<AbSummary, Optional<Quartiles>> quartiles) {
        var bars = new ArrayList<Bar>();
        for (var target : targets) {
            var isBound =
                    target.summary().filter(s -> s.bottleneck() == Bottleneck.CLIENT).isPresent();
            target.summary()
                    .flatMap(quartiles)
                    .ifPresent(of -> bars.add(bar(target.name(), isBound, figure, of)));
        }
        return bars(title, bars, OptionalInt.empty());
    }

    /// A row with what it reaches: the axis must be as long as the longest.
    record Bar(Row row, double end) {}

    static Bar bar(String name, boolean clientBound, Figure figure, Quartiles of) {
        var marks = List.of(Mark.bar(of.median()), Mark.whisker(of, 0));
        var row = new Row(name, clientBound, figure.median(of), figure.words(of), marks);
        return new Bar(row, of.q3());
    }

    /// @param asked what all of them should have reached, drawn as a line; empty for nothing
    static Optional<String> bars(String title, List<Bar> bars, OptionalInt asked) {
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        var longest = bars.stream().mapToDouble(Bar::end).max().orElseThrow();
        var scale = Scale.linear(Math.max(longest, asked.orElse(0)));
        var rows = bars.stream().map(Bar::row).toList();
        var chart = new RowChart(title, scale, rows, RowChart.ROW).rows();
        asked.ifPresent(rate -> chart.upright(Ink.TEXT, 2, rate));
        return Optional.of(chart.render());
    }

    private static Optional<Bar> idleBar(IdleTarget target) {
        var heap = target.heapBytesPerConnection().map(Charts::kib);
        return target.residentBytesPerConnection()
                .map(Charts::kib)
                .map(of -> {
                    var marks = new ArrayList<>(List.of(Mark.bar(of.median())));
                    heap.ifPresent(part -> marks.add(Mark.part(part.median())));
                    marks.add(Mark.whisker(of, 0));
                    var median = Numbers.places(of.median(), 1);
                    var inside = heap.map(h -> ", of it heap " + Numbers.places(h.median(), 1));
                    var words = median + inside.orElse("");
                    var row = new Row(target.name(), false, median, words, marks);
                    return new Bar(row, Math.max(of.q3(), heap.map(Quartiles::q3).orElse(0.0)));
                });
    }

    private static Quartiles kib(Quartiles bytes) {
        return bytes.map(b -> Math.max(0, b) / 1024);
    }

    private static Optional<Row> dots(String name, List<RunResult> runs) {
        var marks = new ArrayList<Mark>();
        var figures = new ArrayList<String>();
        var clientBound = false;
        for (var i = 0; i < runs.size(); i++) {
            for (var target : runs.get(i).targets()) {
                var ratio = target.summary().flatMap(Figure.RATIO::of);
                if (target.name().equals(name) && ratio.isPresent()) {
                    var of = ratio.get();
                    var below = (i - (runs.size() - 1) / 2.0) * DOT_ROOM;
                    var tip = name + ": " + Figure.RATIO.words(of);
                    var hollow = target.summary().orElseThrow().even();
                    marks.add(Mark.whisker(of, below));
                    marks.add(Mark.dot(Ink.series(i), of.median(), hollow, below, tip));
                    figures.add(Figure.RATIO.words(of));
                    clientBound |= isBound(target);
                }
            }
        }
        var figure = runs.size() == 1 && !figures.isEmpty() ? figures.getFirst() : "";
        return Optional.of(new Row(name, clientBound, figure, String.join(", ", figures), marks))
                .filter(row -> !row.marks().isEmpty());
    }

    private static Stream<Quartiles> ratios(List<RunResult> runs) {
        return runs.stream()
                .flatMap(run -> run.targets().stream())
                .filter(target -> target.role() != Role.REFERENCE)
                .flatMap(target -> target.summary().flatMap(Figure.RATIO::of).stream());
    }

    private static Latency millis(TargetResult target) {
        return target.summary().orElseThrow().latencyMillis();
    }

    private static Row latencyRow(TargetResult target) {
        var name = target.name();
        var millis = millis(target);
        var marks = new ArrayList<>(List.of(Mark.span(millis.p50(), millis.max())));
        marks.add(percentile(name, "p50", millis.p50()));
        marks.add(percentile(name, "p99", millis.p99()));
        marks.add(percentile(name, "p99.9", millis.p999()));
        millis.p9999().ifPresent(value -> marks.add(percentile(name, "p99.99", value)));
        marks.add(percentile(name, "maximum", millis.max()));
        var words =
                "p50 %s, p99 %s, p99.9 %s, maximum %s ms"
                        .formatted(
                                Numbers.places(millis.p50(), 2),
                                Numbers.places(millis.p99(), 2),
                                Numbers.places(millis.p999(), 2),
                                Numbers.places(millis.max(), 2));
        return new Row(name, isBound(target), "", words, marks);
    }

    private static Mark percentile(String name, String kind, double millis) {
        var tip = "%s %s: %s ms".formatted(name, kind, Numbers.places(millis, 3));
        return Mark.dot(Key.inkOf(kind), millis, false, 0, tip);
    }

    static boolean isBound(TargetResult target) {
        return target.summary().map(s -> s.bottleneck() == Bottleneck.CLIENT).orElse(false);
    }
}
