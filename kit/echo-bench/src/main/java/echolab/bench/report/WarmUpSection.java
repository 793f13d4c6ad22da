package echolab.bench.report;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.chart.Charts;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.Quartiles;
import echolab.bench.result.RunResult;
import echolab.bench.result.TargetResult;
import echolab.bench.result.WarmUpCurve;
import echolab.bench.result.WarmUpCurve.Stage;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How servers get warm: what an echo costs, and the 99th percentile of the latency, from the first connection on.
final class WarmUpSection {

    private WarmUpSection() {}

    static Section of(RunResult run) {
        var cpu = "CPU µs per %s, until so many seconds under load".formatted(run.unit());
        var p99 = "99th percentile of the latency in ms, until so many seconds under load";
        return Section.of(
                        RunSection.load(run) + ", from the first connection on",
                        List.of(
                                new Drawing(cpu, Charts.warmUp(run, cpu, Stage::cpuMicros)),
                                new Drawing(p99, Charts.warmUp(run, p99, Stage::p99Millis))),
                        List.of(
                                table(run, cpu, "CPU µs ", Stage::cpuMicros),
                                table(run, p99, "p99 ms ", Stage::p99Millis)),
                        List.of(
                                "One process of each server, one after the other, so that no other has the CPU that its compiler needs; each stage is the median of its slices. The load generator was warm before the first."))
                .interrupted(run.partial())
                .failed(run.targets().stream().map(TargetResult::failure));
    }

    private static Table<TargetResult> table(
            RunResult run, String title, String unit, Function<Stage, Optional<Quartiles>> figure) {
        var columns = new ArrayList<Column<TargetResult>>();
        columns.add(words("server", t -> Cell.of(t.name())));
        run.targets().stream()
                .flatMap(target -> WarmUpCurve.of(target.slices()).stream())
                .map(Stage::seconds)
                .distinct()
                .sorted()
                .forEach(end ->
                        columns.add(
                                figures(
                                        (columns.size() == 1 ? unit : "")
                                                + "%s s".formatted(end).replace(".0 ", " "),
                                        target -> cell(target, end, figure))));
        return new Table<>(title, columns, run.targets());
    }

    private static Cell cell(
            TargetResult target, double end, Function<Stage, Optional<Quartiles>> figure) {
        return WarmUpCurve.of(target.slices()).stream()
                .filter(stage -> stage.seconds() == end)
                .findFirst()
                .flatMap(figure)
                .map(of -> Cell.of(of.median(), 2))
                .orElse(Cell.NONE);
    }
}
