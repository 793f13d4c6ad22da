package echolab.bench.report;

import static echolab.table.Table.bars;
import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.chart.Charts;
import echolab.bench.chart.Figure;
import echolab.bench.chart.PlotLines;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.Latency;
import echolab.bench.result.Pace;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Slice;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Cell.Mark;
import echolab.table.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What was seen under one load: what an echo costs, what else was seen, and how far the figures can be trusted.
final class RunSection {

    private RunSection() {}

    static Section of(RunResult run) {
        if (run.ofWarmUp()) {
            return WarmUpSection.of(run);
        }
        var title =
                Digits.in(
                        "%s, %s%d of %d cycles of %d ms",
                        load(run),
                        run.forks().orElse(1) > 1
                                ? Digits.in("%d processes, ", run.forks().getAsInt())
                                : "",
                        run.cyclesDone(),
                        run.cyclesPlanned(),
                        run.sliceMillis());
        return Section.of(
                        title,
                        charts(run),
                        tables(run),
                        Stream.of(lost(run), brief(run), Verdict.of(run).stream())
                                .flatMap(sentences -> sentences)
                                .toList())
                .measured(run.partial(), run.targets());
    }

    /// How a load is called: `1,000 connections, 106-byte messages, 20,000/s`.
    static String load(RunResult run) {
        var rate = run.ratePerSecond();
        return Digits.in(
                "%,d %sconnection%s, %,d-byte messages%s",
                run.connections(),
                run.brief() ? "short " : "",
                run.connections() == 1 ? "" : "s",
                run.payloadBytes(),
                rate.isPresent() ? Digits.in(", %,d/s", rate.getAsInt()) : "");
    }

    private static List<Table<?>> tables(RunResult run) {
        return run.brief()
                ? List.of(costs(run), cold(run), others(run))
                : List.of(costs(run), others(run));
    }

    private static Table<TargetResult> costs(RunResult run) {
        return new Table<>(
                run.brief() ? "What a connection costs" : "What an echo costs",
                List.of(
                        words("server", t -> Cell.of(t.name())),
                        bars("CPU µs", seen(s -> Cells.of(s.cpuMicrosPerEcho(), 2))),
                        figures("ratio to " + reference(run), RunSection::ratio),
                        figures(run.units() + "/s", seen(s -> Cells.of(perSecond(s), 0))),
                        words("bound by", t -> Cells.boundBy(t, "load generator"))),
                run.targets());
    }

    /// What short connections cost a server whose process has just begun, beside what they cost later. The second copy of the reference has no
    /// such figures: the load generator got warm with it.
    private static Table<TargetResult> cold(RunResult run) {
        return new Table<>(
                "The first second of a process",
                List.of(
                        words("server", t -> Cell.of(t.name())),
                        figures("cold CPU µs", t -> Cell.of(coldCpu(t), 2)),
                        figures("× warm", RunSection::toWarm),
                        figures("cold " + run.units() + "/s", t -> Cell.of(coldRate(t), 0))),
                run.targets());
    }

    private static Cell toWarm(TargetResult target) {
        var warm = Quartiles.median(target.summary().flatMap(Summary::cpuMicrosPerEcho));
        var cold = coldCpu(target);
        return warm.isPresent() && cold.isPresent()
                ? Cell.of(cold.getAsDouble() / warm.getAsDouble(), 2)
                : Cell.NONE;
    }

    private static OptionalDouble coldCpu(TargetResult target) {
        return cold(target, Slice::serverMicrosPerEcho);
    }

    private static OptionalDouble coldRate(TargetResult target) {
        return cold(target, slice -> OptionalDouble.of(slice.echoesPerSecond()));
    }

    private static OptionalDouble cold(
            TargetResult target, Function<Slice, OptionalDouble> figure) {
        return Quartiles.median(target.cold().flatMap(slices -> Quartiles.of(slices, figure)));
    }

    private static Table<TargetResult> others(RunResult run) {
        return new Table<>(
                "Latency in ms, memory, threads, errors",
                List.of(
                        words("server", t -> Cell.of(t.name())),
                        figures("p50 ms", latency(Latency::p50)),
                        figures("p99", latency(Latency::p99)),
                        figures("p99.9", latency(Latency::p999)),
                        figures("p99.99", seen(s -> Cell.of(s.latencyMillis().p9999(), 2))),
                        figures("max", latency(Latency::max)),
                        figures("RSS MiB", seen(s -> Cells.whole(s.residentBytes(), 1 << 20))),
                        figures("threads", seen(s -> Cells.whole(s.threads(), 1))),
                        figures("errors", RunSection::errors)),
                run.targets());
    }

    private static Function<TargetResult, Cell> seen(Function<Summary, Cell> of) {
        return target -> target.summary().map(of).orElse(Cell.NONE);
    }

    private static Function<TargetResult, Cell> latency(ToDoubleFunction<Latency> millis) {
        return seen(s -> Cell.of(millis.applyAsDouble(s.latencyMillis()), 2));
    }

    private static Quartiles perSecond(Summary summary) {
        return summary.pace().map(Pace::achievedPerSecond).orElse(summary.echoesPerSecond());
    }

    private static Cell ratio(TargetResult target) {
        return target.role() == Role.REFERENCE ? Cell.of("1") : Cells.of(target.ratio());
    }

    private static Cell errors(TargetResult target) {
        var errors = Cell.of(target.faults().total(), 0);
        return target.faults().total() == 0 ? errors : errors.marked(Mark.FAILED);
    }

    private static List<Drawing> charts(RunResult run) {
        return List.of(
                drawn(run, Figure.CPU, ""),
                new Drawing(ratioCaption(run), Charts.ratios(run)),
                drawn(run, Figure.ECHOES, "; the line is the rate that was asked for"),
                new Drawing(
                        "Latency from the median to the maximum, ms",
                        Charts.latencies(run).map(chart -> chart + Legend.percentiles())),
                new Drawing(
                        "Latency up to the 99.99th percentile, ms", PlotLines.percentiles(run)));
    }

    private static Drawing drawn(RunResult run, Figure figure, String ofRate) {
        var asked = run.ratePerSecond().isPresent() ? ofRate : "";
        return new Drawing(figure.title(run) + asked, Charts.bars(run, figure));
    }

    private static String ratioCaption(RunResult run) {
        return "The same as a ratio to %s in the same cycle, with its 95 %% interval"
                .formatted(reference(run));
    }

    private static String reference(RunResult run) {
        return run.reference().orElse("the reference");
    }

    private static Stream<String> brief(RunResult run) {
        return run.brief()
                ? Stream.of(
                        "A connection has one message echoed, and is closed by the client, which makes the next. Its latency begins before it connects. Cold is the first second of a server's process.")
                : Stream.empty();
    }

    private static Stream<String> lost(RunResult run) {
        return run.targets().stream()
                .filter(target -> target.faults().total() > 0)
                .map(target -> target.name() + ": " + target.faults().sentence() + ".");
    }
}
