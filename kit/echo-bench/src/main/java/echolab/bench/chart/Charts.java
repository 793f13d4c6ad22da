package echolab.bench.chart;

import echolab.bench.chart.RowChart.Mark;
import echolab.bench.chart.RowChart.Row;
import echolab.bench.result.AbSummary;
import echolab.bench.result.AbTarget;
import echolab.bench.result.IdleResult;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.MeasuredServer;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.process.Digits;
import echolab.svg.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

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
        var asked = figure == Figure.ECHOES ? run.ratePerSecond() : OptionalInt.empty();
        var rows = rows(run.targets(), figure, t -> t.summary().flatMap(figure::of));
        return bars(figure.title(run), rows, asked);
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
                        .map(name -> dots(name, runs))
                        .filter(row -> !row.marks().isEmpty())
                        .toList();
        var title = Figure.RATIO.title(runs.getFirst());
        var height = Math.max(RowChart.ROW, runs.size() * DOT_ROOM + 6);
        var chart =
                new RowChart(
                        title,
                        rows,
                        height,
                        ends -> Scale.ratios(ends.getMin(), ends.getMax(), RATIO_ROOM));
        return chart.upright(Ink.FAINT, 1, 1).rows().render();
    }

    /// Percentiles as dots on a line, p50 to the maximum, on an axis where each step to the right is ten times as long.
    public static Optional<String> latencies(RunResult run) {
        var rows =
                run.targets().stream()
                        .flatMap(t -> t.summary().map(seen -> latencyRow(t, seen)).stream())
                        .toList();
        var title = "Latency from the median to the maximum, ms";
        return new RowChart(
                        title,
                        rows,
                        RowChart.ROW,
                        ends ->
                                Scale.decades(
                                        Math.max(ends.getMin(), SHORTEST_MILLIS), ends.getMax()))
                .rows()
                .render();
    }

    /// Memory that came with each idle connection, KiB; the bar within is the part that is live objects on the Java heap.
    public static Optional<String> idle(IdleResult idle) {
        var rows = idle.targets().stream().flatMap(target -> idleRow(target).stream()).toList();
        var title = "Memory of the process per idle connection, KiB";
        return bars(title, rows, OptionalInt.empty());
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
        var rows = new ArrayList<Row>();
        intervals.forEach((name, of) -> {
            var said = Digits.in("%,.1f %s", of.median(), unit);
            rows.add(new Row(name, false, said, said, marks(of)));
        });
        return bars(title, rows, OptionalInt.empty());
    }

    private static Optional<String> ofAb(
            List<AbTarget> targets,
            Figure figure,
            String title,
            Function<AbSummary, Optional<Quartiles>> of) {
        var rows = rows(targets, figure, t -> t.summary().flatMap(of));
        return bars(title, rows, OptionalInt.empty());
    }

    private static <T extends MeasuredServer> List<Row> rows(
            List<T> servers, Figure figure, Function<T, Optional<Quartiles>> of) {
        return servers.stream()
                .flatMap(server -> of.apply(server).map(seen -> row(server, figure, seen)).stream())
                .toList();
    }

    private static Row row(MeasuredServer server, Figure figure, Quartiles of) {
        var median = figure.median(of);
        return new Row(server.name(), server.clientBound(), median, figure.words(of), marks(of));
    }

    private static List<Mark> marks(Quartiles of) {
        return List.of(new Mark.Bar(of.median()), new Mark.Whisker(of, 0));
    }

    /// @param asked what all of them should have reached, drawn as a line; empty for nothing
    static Optional<String> bars(String title, List<Row> rows, OptionalInt asked) {
        var chart =
                new RowChart(
                        title,
                        rows,
                        RowChart.ROW,
                        ends -> Scale.linear(Math.max(ends.getMax(), asked.orElse(0))));
        chart.rows();
        asked.ifPresent(rate -> chart.upright(Ink.TEXT, 2, rate));
        return chart.render();
    }

    private static Optional<Row> idleRow(IdleTarget target) {
        var heap = target.heapBytesPerConnection().map(Charts::kib);
        return target.residentBytesPerConnection()
                .map(Charts::kib)
                .map(of -> {
                    var marks = new ArrayList<Mark>(List.of(new Mark.Bar(of.median())));
                    heap.ifPresent(part -> marks.add(new Mark.Part(part.median())));
                    marks.add(new Mark.Whisker(of, 0));
                    var median = Numbers.places(of.median(), 1);
                    var inside = heap.map(h -> ", of it heap " + Numbers.places(h.median(), 1));
                    var words = median + inside.orElse("");
                    return new Row(target.name(), false, median, words, marks);
                });
    }

    private static Quartiles kib(Quartiles bytes) {
        return bytes.map(b -> Math.max(0, b) / 1024);
    }

    private static Row dots(String name, List<RunResult> runs) {
        var marks = new ArrayList<Mark>();
        var figures = new ArrayList<String>();
        var clientBound = false;
        for (var i = 0; i < runs.size(); i++) {
            var target = runs.get(i).target(name);
            var ratio = target.flatMap(TargetResult::ratio);
            if (ratio.isPresent()) {
                var of = ratio.get().whisker();
                var below = (i - (runs.size() - 1) / 2.0) * DOT_ROOM;
                var words = Figure.RATIO.words(of);
                var hollow = !ratio.get().apart();
                marks.add(new Mark.Whisker(of, below));
                marks.add(
                        new Mark.Dot(
                                Ink.series(i), of.median(), hollow, below, name + ": " + words));
                figures.add(words);
                clientBound |= target.get().clientBound();
            }
        }
        var figure = runs.size() == 1 ? String.join("", figures) : "";
        return new Row(name, clientBound, figure, String.join(", ", figures), marks);
    }

    private static Row latencyRow(TargetResult target, Summary seen) {
        var name = target.name();
        var millis = seen.latencyMillis();
        var marks = new ArrayList<Mark>(List.of(new Mark.Span(millis.p50(), millis.max())));
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
        return new Row(name, target.clientBound(), "", words, marks);
    }

    private static Mark percentile(String name, String kind, double millis) {
        var tip = "%s %s: %s ms".formatted(name, kind, Numbers.places(millis, 3));
        return new Mark.Dot(Key.inkOf(kind), millis, false, 0, tip);
    }
}
