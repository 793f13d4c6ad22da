package echolab.bench.chart;

import echolab.bench.chart.DotChart.Dot;
import echolab.bench.chart.DotChart.DotRow;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.IdleResult;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Draws a chart of each kind from a result, as an SVG; empty where the result has no such figure.
///
/// In all of them a hatched bar, a hatched box beside a name or an empty dot of a line says: here the load generator was
/// the bottleneck. [Key] has the small pictures for a legend.
public final class Charts {

    private Charts() {}

    /// A bar a server, with quartiles. Echoes a second of an open loop have a line where the rate is that was asked for.
    public static Optional<String> bars(RunResult run, Figure figure) {
        var bars =
                rows(
                        run,
                        (target, summary) ->
                                figure.of(summary)
                                        .map(quartiles -> bar(target, figure, quartiles)));
        var asked = figure == Figure.ECHOES ? run.ratePerSecond() : OptionalInt.empty();
        return drawn(bars, all -> new BarChart(figure.title(), all).render(asked));
    }

    /// A dot a server, with quartiles, around 1; the band is the noise of the run.
    public static Optional<String> ratios(RunResult run) {
        return comparison(List.of(run)).filter(_ -> run.reference().isPresent());
    }

    /// The ratios of several runs side by side: a dot for each run that a server took part in, in the order of the runs and
    /// in the colours of [Key#dot(int)]. One run also has its noise drawn.
    public static Optional<String> comparison(List<RunResult> runs) {
        var names =
                runs.stream()
                        .flatMap(run -> run.targets().stream())
                        .filter(target -> target.role() != Role.REFERENCE)
                        .map(TargetResult::name)
                        .distinct()
                        .toList();
        var rows =
                names.stream().map(name -> dots(name, runs)).filter(row -> !row.dots().isEmpty());
        var noise = runs.size() == 1 ? runs.getFirst().noise().orElse(0) : 0;
        return drawn(rows.toList(), all -> new DotChart(Figure.RATIO.title(), all).render(noise));
    }

    /// Percentiles as dots, p50 to the maximum.
    public static Optional<String> latencies(RunResult run) {
        var rows =
                rows(
                        run,
                        (target, summary) ->
                                Optional.of(
                                        new LatencyChart.Row(
                                                target.name(),
                                                isClientBound(target),
                                                summary.latencyMillis())));
        return drawn(rows, all -> new LatencyChart(all).render());
    }

    /// The whole distribution of latencies up to 99.99 %, a line a server.
    public static Optional<String> percentiles(RunResult run) {
        return drawn(Lines.ofPercentiles(run), Lines::percentiles);
    }

    /// A line a server over what the runs differ in.
    public static Optional<String> sweep(Sweep sweep, Figure figure) {
        return drawn(Lines.ofSweep(sweep, figure), lines -> Lines.sweep(sweep, figure, lines));
    }

    /// Memory that came with each idle connection, KiB; the bar within is the part that is live objects on the Java heap.
    public static Optional<String> idle(IdleResult idle) {
        var bars = idle.targets().stream().flatMap(target -> idleBar(target).stream()).toList();
        var title = "Memory of the process an idle connection, KiB";
        return drawn(bars, all -> new BarChart(title, all).render(OptionalInt.empty()));
    }

    private static BarChart.Bar bar(TargetResult target, Figure figure, Quartiles quartiles) {
        var median = Numbers.places(quartiles.median(), figure.places());
        var words = figure.words(quartiles);
        var row = new Rows.Row(target.name(), isClientBound(target), median, words);
        return new BarChart.Bar(row, quartiles, Optional.empty());
    }

    private static Optional<BarChart.Bar> idleBar(IdleTarget target) {
        return target.residentBytesPerConnection()
                .map(bytes -> bytes.map(b -> Math.max(0, b) / 1024))
                .map(kib -> {
                    var heap =
                            target.heapBytesPerConnection()
                                    .map(bytes -> bytes.map(b -> Math.max(0, b) / 1024));
                    var median = Numbers.places(kib.median(), 1);
                    var words =
                            median
                                    + heap.map(h -> ", of it heap " + Numbers.places(h.median(), 1))
                                            .orElse("");
                    return new BarChart.Bar(
                            new Rows.Row(target.name(), false, median, words), kib, heap);
                });
    }

    private static DotRow dots(String name, List<RunResult> runs) {
        var dots = new ArrayList<Dot>();
        var clientBound = false;
        for (var i = 0; i < runs.size(); i++) {
            for (var target : runs.get(i).targets()) {
                var ratio = target.summary().flatMap(Summary::ratio);
                if (target.name().equals(name) && ratio.isPresent()) {
                    var within = target.summary().orElseThrow().withinNoise();
                    var tip = name + ": " + Figure.RATIO.words(ratio.get());
                    dots.add(new Dot(Ink.series(i), ratio.get(), within, tip));
                    clientBound |= isClientBound(target);
                }
            }
        }
        var figures = dots.stream().map(dot -> Numbers.places(dot.figure().median(), 2)).toList();
        var figure = runs.size() == 1 && !figures.isEmpty() ? figures.getFirst() : "";
        return new DotRow(
                new Rows.Row(name, clientBound, figure, String.join(", ", figures)), dots);
    }

    static boolean isClientBound(TargetResult target) {
        return target.summary().map(s -> s.bottleneck() == Bottleneck.CLIENT).orElse(false);
    }

    private interface RowOf<T> {
        Optional<T> of(TargetResult target, Summary summary);
    }

    private static <T> List<T> rows(RunResult run, RowOf<T> row) {
        return run.targets().stream()
                .flatMap(target -> target.summary().flatMap(s -> row.of(target, s)).stream())
                .toList();
    }

    private static <T> Optional<String> drawn(List<T> rows, Function<List<T>, String> chart) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(chart.apply(rows));
    }
}
