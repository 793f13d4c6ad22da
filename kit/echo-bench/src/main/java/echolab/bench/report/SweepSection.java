package echolab.bench.report;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.chart.Figure;
import echolab.bench.chart.PlotLines;
import echolab.bench.chart.Sweep;
import echolab.bench.chart.Sweep.Axis;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.BenchResult;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How an echo's cost changes with the load: all runs of a result in one table, a row a server, a column a run; and lines over each thing
/// that they differ in.
final class SweepSection {

    private SweepSection() {}

    /// Nothing when there is nothing to compare.
    static Stream<Section> of(BenchResult result) {
        var runs = result.runs();
        if (runs.size() < 2 || runs.stream().anyMatch(RunResult::ofWarmUp)) {
            return Stream.empty();
        }
        var references = references(runs);
        var reference = references.size() > 1 ? "the server named" : references.getFirst();
        var by = varying(runs).map(SweepSection::title).collect(Collectors.joining(" × "));
        var charts = Sweep.of(result).stream().flatMap(SweepSection::lines).toList();
        return Stream.of(
                Section.of(
                        "CPU µs per echo, and its ratio to %s, by %s".formatted(reference, by),
                        charts,
                        List.of(table(runs)),
                        List.of(legend(runs))));
    }

    private static Stream<Drawing> lines(Sweep sweep) {
        return Stream.of(Figure.CPU, Figure.RATIO, Figure.ECHOES, Figure.P99)
                .map(figure ->
                        new Drawing(
                                figure.title() + ", over " + sweep.axis().words(),
                                PlotLines.sweep(sweep, figure)));
    }

    private static Table<String> table(List<RunResult> runs) {
        var columns = new ArrayList<Column<String>>(List.of(words("server", Cell::of)));
        var several = references(runs).size() > 1;
        for (var run : runs) {
            var to = several ? " to " + run.reference().orElse("none") : "";
            columns.add(figures(point(runs, run) + to, name -> cell(run, name)));
        }
        var names = runs.getFirst().targets().stream().map(TargetResult::name).toList();
        return new Table<>("All runs side by side", columns, names);
    }

    /// Several, when the usual one dropped out of a run.
    private static List<String> references(List<RunResult> runs) {
        return runs.stream().map(r -> r.reference().orElse("none")).distinct().toList();
    }

    private static Cell cell(RunResult run, String name) {
        return run.target(name).map(SweepSection::cell).orElse(Cell.NONE);
    }

    private static Cell cell(TargetResult target) {
        return target.failure().isPresent()
                ? Cells.FAILED
                : target.summary().map(seen -> cell(target, seen)).orElse(Cell.NONE);
    }

    /// The reference has no ratio, and its figure stands where the others have theirs.
    private static Cell cell(TargetResult target, Summary summary) {
        var sign = summary.even() ? " =" : " ×";
        var ratio =
                target.role() == Role.REFERENCE
                        ? "      "
                        : summary.ratio()
                                .map(r -> Digits.in("%s%.2f", sign, r.estimate()))
                                .orElse("");
        var limited = target.clientBound() ? "*" : " ";
        return summary.cpuMicrosPerEcho()
                .map(Quartiles::median)
                .map(micros -> Digits.in(micros < 100 ? "%.2f" : "%.1f", micros))
                .map(cpu -> Cell.of(cpu + ratio + limited))
                .orElse(Cell.NONE);
    }

    private static String legend(List<RunResult> runs) {
        var limited =
                runs.stream()
                        .flatMap(run -> run.targets().stream())
                        .anyMatch(TargetResult::clientBound);
        return "= marks a ratio that is not told apart from 1 in its run"
                + (limited ? "; * a server that the load generator could not keep busy." : ".");
    }

    /// What these runs differ in.
    private static Stream<Axis> varying(List<RunResult> runs) {
        return Stream.of(Axis.values())
                .filter(by -> runs.stream().map(by::of).distinct().count() > 1);
    }

    private static String title(Axis by) {
        return by == Axis.RATE ? "messages/s" : by.words();
    }

    private static String point(List<RunResult> all, RunResult run) {
        return varying(all)
                .map(by -> Digits.in("%,d", by.of(run)))
                .collect(Collectors.joining(" × "));
    }
}
