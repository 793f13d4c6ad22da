package echolab.bench.report;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.result.Quartiles;
import echolab.bench.result.RunResult;
import echolab.bench.result.Slice;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.table.Cell;
import echolab.table.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What short connections cost a server whose process has just begun, beside what they cost later. The second copy of the reference has no
/// such figures: the load generator got warm with it.
final class ColdTable {

    private ColdTable() {}

    static Table<TargetResult> of(RunResult run) {
        return new Table<>(
                "The first second of a process",
                List.of(
                        words("server", t -> Cell.of(t.name())),
                        figures("cold CPU µs", t -> Cell.of(cpu(t), 2)),
                        figures("× warm", ColdTable::toWarm),
                        figures(
                                "cold " + run.units() + "/s",
                                t ->
                                        Cell.of(
                                                of(t, s -> OptionalDouble.of(s.echoesPerSecond())),
                                                0))),
                run.targets());
    }

    private static Cell toWarm(TargetResult target) {
        var warm = Quartiles.median(target.summary().flatMap(Summary::cpuMicrosPerEcho));
        var cold = cpu(target);
        return warm.isPresent() && cold.isPresent()
                ? Cell.of(cold.getAsDouble() / warm.getAsDouble(), 2)
                : Cell.NONE;
    }

    private static OptionalDouble cpu(TargetResult target) {
        return of(target, Slice::serverMicrosPerEcho);
    }

    private static OptionalDouble of(TargetResult target, Function<Slice, OptionalDouble> figure) {
        return Quartiles.median(target.cold().flatMap(slices -> Quartiles.of(slices, figure)));
    }
}
