package echolab.bench.report;

import static echolab.bench.result.Quartiles.median;
import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.chart.PlotLines;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.Quartiles;
import echolab.bench.result.RunResult;
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
        var all =
                run.targets().stream()
                        .map(t -> new Warming(t.name(), WarmUpCurve.of(t.slices())))
                        .toList();
        return Section.of(
                        RunSection.load(run) + ", from the first connection on",
                        List.of(
                                new Drawing(cpu, PlotLines.warmUp(run, cpu, Stage::cpuMicros)),
                                new Drawing(p99, PlotLines.warmUp(run, p99, Stage::p99Millis))),
                        List.of(
                                table(all, cpu, "CPU µs ", Stage::cpuMicros),
                                table(all, p99, "p99 ms ", Stage::p99Millis)),
                        List.of(
                                "One process of each server, one after the other, so that no other has the CPU that its compiler needs; each stage is the median of its slices. The load generator was warm before the first."))
                .measured(run.partial(), run.targets());
    }

    /// A server, and how it got warm.
    private record Warming(String server, List<Stage> stages) {

        Cell until(double end, Function<Stage, Optional<Quartiles>> figure) {
            var then = stages.stream().filter(stage -> stage.seconds() == end).findFirst();
            return Cell.of(median(then.flatMap(figure)), 2);
        }
    }

    private static Table<Warming> table(
            List<Warming> all,
            String title,
            String unit,
            Function<Stage, Optional<Quartiles>> figure) {
        var columns = new ArrayList<Column<Warming>>();
        columns.add(words("server", warming -> Cell.of(warming.server)));
        all.stream()
                .flatMap(warming -> warming.stages.stream())
                .map(Stage::seconds)
                .distinct()
                .sorted()
                .forEach(end ->
                        columns.add(
                                figures(
                                        (columns.size() == 1 ? unit : "")
                                                + "%s s".formatted(end).replace(".0 ", " "),
                                        warming -> warming.until(end, figure))));
        return new Table<>(title, columns, all);
    }
}
