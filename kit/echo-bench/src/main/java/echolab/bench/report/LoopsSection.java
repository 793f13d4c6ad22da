package echolab.bench.report;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.chart.PlotLines;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.Quartiles;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// What more event loops bring: of each server that can have several a row, and a column for each number of them.
final class LoopsSection {

    private LoopsSection() {}

    /// Nothing when no server has several.
    static Stream<Section> of(RunResult run) {
        var chart = new Drawing("Echoes per second, over event loops", PlotLines.loops(run));
        return run.byLoops().isEmpty()
                ? Stream.empty()
                : Stream.of(
                        Section.of(
                                "Echoes per second by event loops, " + RunSection.load(run),
                                List.of(chart),
                                List.of(table(run.byLoops())),
                                List.of(
                                        "× is to the fewest loops of the same server, of medians. Who scales makes twice the echoes with twice the loops, as long as the load keeps up.")));
    }

    private static Table<List<TargetResult>> table(Map<String, List<TargetResult>> programs) {
        var columns = new ArrayList<Column<List<TargetResult>>>();
        columns.add(words("server", all -> Cell.of(all.getFirst().program())));
        programs.values().stream()
                .flatMap(List::stream)
                .map(TargetResult::eventLoops)
                .distinct()
                .sorted()
                .forEach(loops -> {
                    var head = loops == 1 ? "1 loop" : loops + " loops";
                    columns.add(figures(head, all -> cell(all, loops)));
                });
        return new Table<>("Echoes per second", columns, List.copyOf(programs.values()));
    }

    private static Cell cell(List<TargetResult> all, int loops) {
        var fewest = all.stream().flatMapToDouble(LoopsSection::rate).findFirst();
        return all.stream()
                .filter(target -> target.eventLoops() == loops)
                .flatMapToDouble(LoopsSection::rate)
                .mapToObj(rate -> Digits.in("%,.0f ×%.2f", rate, rate / fewest.orElse(rate)))
                .map(Cell::of)
                .findFirst()
                .orElse(Cell.NONE);
    }

    private static DoubleStream rate(TargetResult target) {
        return Quartiles.median(target.summary().map(Summary::echoesPerSecond)).stream();
    }
}
