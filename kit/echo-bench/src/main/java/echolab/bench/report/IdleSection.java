package echolab.bench.report;

import static echolab.bench.result.Quartiles.median;
import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.chart.Charts;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.IdleResult;
import echolab.bench.result.IdleRound;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.Quartiles;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// What an idle connection costs, and what is in its figures and what is not.
final class IdleSection {

    private static final double KIB = 1024;
    private static final double MIB = 1 << 20;

    private IdleSection() {}

    static Section of(IdleResult idle) {
        return Section.of(
                        Digits.in(
                                "%,d idle connections, %d of %d rounds, one server at a time",
                                idle.connections(), idle.roundsDone(), idle.roundsPlanned()),
                        List.of(
                                new Drawing(
                                        "Memory of the process an idle connection, KiB",
                                        Charts.idle(idle))),
                        List.of(table(idle)),
                        sentences(idle))
                .measured(idle.partial(), idle.targets());
    }

    private static Table<IdleTarget> table(IdleResult idle) {
        var full = Digits.in("MiB at %,d", idle.connections());
        return new Table<>(
                "Memory an idle connection",
                List.of(
                        words("server", t -> Cell.of(t.name())),
                        figures("KiB", IdleSection::resident),
                        figures("of heap", t -> kib(t.heapBytesPerConnection())),
                        figures("MiB at 0", t -> mib(t, round -> round.empty().residentBytes())),
                        figures(full, t -> mib(t, round -> round.full().residentBytes())),
                        figures(
                                "threads",
                                t -> Cell.of(median(seen(t, r -> r.full().threads())), 0)),
                        figures("start ms", t -> Cells.of(t.firstEcho(), 0)),
                        figures("own KiB", t -> Cells.whole(t.ownBytes(), 1024))),
                idle.targets());
    }

    private static Cell resident(IdleTarget target) {
        return target.failure().isPresent()
                ? Cells.FAILED
                : kib(target.residentBytesPerConnection());
    }

    private static Cell kib(Optional<Quartiles> bytes) {
        return Cells.of(bytes.map(quartiles -> quartiles.map(b -> b / KIB)), 2);
    }

    private static Cell mib(IdleTarget target, Function<IdleRound, OptionalLong> bytes) {
        return Cell.of(median(seen(target, bytes).map(seen -> seen.map(b -> b / MIB))), 1);
    }

    private static Optional<Quartiles> seen(
            IdleTarget target, Function<IdleRound, OptionalLong> figure) {
        var figures = target.rounds().stream().map(figure).flatMapToLong(OptionalLong::stream);
        return Quartiles.of(figures.asDoubleStream().toArray());
    }

    private static List<String> sentences(IdleResult idle) {
        return List.of(
                Digits.in(
                        "KiB: what the server's process has more in RAM with %,d connections than with none, for each of them; medians over the rounds. Each connection has had one message echoed.",
                        idle.connections()),
                "Of heap: live Java objects after a full garbage collection. What a JVM holds beyond them is room for garbage that it does not give back, stacks of threads and native memory.",
                "Start: from the execution of the program until a first message has come back, median over the rounds. Own: what its binary, jars or script weigh; a JDK, CPython, Node.js or shared libraries come on top.",
                "Memory of the kernel is not in it and comes on top for all: each socket's structures and buffers, and the kernel's stack of each thread.");
    }
}
