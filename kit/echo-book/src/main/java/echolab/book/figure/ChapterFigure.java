package echolab.book.figure;

import static echolab.bench.result.Quartiles.median;

import echolab.bench.report.Cells;
import echolab.bench.result.AbRound;
import echolab.bench.result.AbSummary;
import echolab.bench.result.AbTarget;
import echolab.bench.result.MeasuredServer;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.book.ChapterException;
import echolab.table.Cell;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The figures of a server that a chapter may name: where in the result each stands, and how it is written for people.
public enum ChapterFigure {
    RATIO("ratio to the floor", "", load(s -> seen(s.ratio(), r -> Cell.of(r.estimate(), 2)))),
    RATIO_INTERVAL(
            "95 % interval of the ratio",
            "", load(s -> seen(s.ratio(), r -> Cell.of(r.interval())))),
    CPU("CPU per echo", " µs", load(s -> Cell.of(median(s.cpuMicrosPerEcho()), 2))),
    ECHOES("echoes per second", "", load(s -> Cell.of(s.echoesPerSecond().median(), 0))),
    P50("latency, half below", " ms", load(s -> Cell.of(s.latencyMillis().p50(), 2))),
    P99("latency, 99 % below", " ms", load(s -> Cell.of(s.latencyMillis().p99(), 2))),
    P999("latency, 99.9 % below", " ms", load(s -> Cell.of(s.latencyMillis().p999(), 2))),
    MAX("longest latency", " ms", load(s -> Cell.of(s.latencyMillis().max(), 2))),
    MEMORY("memory in RAM", " MiB", load(s -> Cells.whole(s.residentBytes(), 1 << 20))),
    LOAD_CPU(
            "CPU of the load generator per echo",
            " µs",
            load(s -> Cell.of(s.loadMicrosPerEcho(), 2))),
    THREADS("threads", "", load(s -> Cells.whole(s.threads(), 1))),
    REQUESTS("requests per second", "", ab(s -> Cell.of(s.requestsPerSecond().median(), 0))),
    REQUESTS_RANGE("lowest and highest round", "", ChapterFigure::range),
    REQUEST_CPU(
            "CPU of the server per request", " µs", ab(s -> Cell.of(median(s.serverMicros()), 2))),
    AB_CPU("CPU of ab per request", " µs", ab(s -> Cell.of(s.abMicros(), 2))),
    TOOK("time taken", " s", rounds(r -> OptionalDouble.of(r.output().seconds()), 1)),
    TRANSFER("transfer rate", " KiB/s", ab(s -> Cell.of(s.kibytesPerSecond().median(), 0))),
    MEAN("mean time of a request", " ms", ab(s -> Cell.of(s.millisPerRequest().median(), 2))),
    DEVIATION("standard deviation", " ms", rounds(r -> r.connectionTime("Total", 3), 1)),
    MEDIAN("median", " ms", rounds(r -> r.connectionTime("Total", 4), 0)),
    LONGEST("longest", " ms", rounds(r -> r.connectionTime("Total", 5), 0)),
    LONGEST_CONNECT("longest to connect", " ms", rounds(r -> r.connectionTime("Connect", 5), 0)),
    LOST("lost", "", ab(s -> Cell.of(s.failed() + s.unanswered(), 0))),
    BOTTLENECK("bound by", "", s -> seen(s.bottleneck(), bound -> Cell.of(bound.words())));

    private final String title;
    private final String unit;
    private final Function<MeasuredServer, Cell> cell;

    ChapterFigure(String title, String unit, Function<MeasuredServer, Cell> cell) {
        this.title = title;
        this.unit = unit;
        this.cell = cell;
    }

    /// @throws ChapterException when no figure has that name
    public static ChapterFigure named(String word) {
        return ChapterException.named(ChapterFigure.class, word, "there is no figure");
    }

    /// What stands above a column of it.
    public String title() {
        return title + (unit.isEmpty() ? "" : "," + unit);
    }

    /// As it stands in prose, with its unit.
    ///
    /// @throws ChapterException when the server has no such figure
    public String inProse(MeasuredServer server) {
        var seen = cell.apply(server);
        if (seen.equals(Cell.NONE)) {
            throw new ChapterException(
                    "%s has no figure \"%s\""
                            .formatted(server.name(), ChapterException.word(this)));
        }
        return seen.text() + unit;
    }

    /// As it stands in a table whose head has the unit: a server that dropped out has none.
    public Cell inTable(MeasuredServer server) {
        return cell.apply(server);
    }

    private static Function<MeasuredServer, Cell> load(Function<Summary, Cell> of) {
        return server ->
                server instanceof TargetResult target ? seen(target.summary(), of) : Cell.NONE;
    }

    private static Function<MeasuredServer, Cell> ab(Function<AbSummary, Cell> of) {
        return server -> server instanceof AbTarget target ? seen(target.summary(), of) : Cell.NONE;
    }

    private static Function<MeasuredServer, Cell> rounds(
            Function<AbRound, OptionalDouble> of, int places) {
        return server ->
                server instanceof AbTarget target ? Cell.of(target.median(of), places) : Cell.NONE;
    }

    private static <T> Cell seen(Optional<T> figure, Function<T, Cell> of) {
        return figure.map(of).orElse(Cell.NONE);
    }

    private static Cell range(MeasuredServer server) {
        if (!(server instanceof AbTarget target) || target.rounds().isEmpty()) {
            return Cell.NONE;
        }
        var rounds =
                target.rounds().stream()
                        .map(AbRound::output)
                        .mapToDouble(output -> output.requestsPerSecond())
                        .summaryStatistics();
        return Cell.of(Cell.of(0, rounds.getMin(), rounds.getMax(), 0).spread());
    }
}
