package echolab.bench.report;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.chart.Charts;
import echolab.bench.chart.Figure;
import echolab.bench.machine.Machine;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.RatioInterval;
import echolab.bench.result.RunResult;
import echolab.bench.result.Saved;
import echolab.bench.result.TargetResult;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What changed from one result to another: for each load that several results have, ratios to the reference of each
/// run. Other figures drift with the machine and its hour, and would compare the weather.
final class SideBySide {

    private record Named(String name, RunResult run) {}

    private SideBySide() {}

    static List<Section> of(List<Saved> results) {
        var loads = new LinkedHashMap<String, List<Named>>();
        for (var saved : results) {
            saved.result().runs().stream()
                    .filter(run -> !run.ofWarmUp())
                    .forEach(run ->
                            loads.computeIfAbsent(RunSection.load(run), _ -> new ArrayList<>())
                                    .add(new Named(saved.name(), run)));
        }
        return loads.entrySet().stream()
                .filter(load -> load.getValue().size() > 1)
                .map(load -> section(load.getKey(), load.getValue()))
                .toList();
    }

    /// What to know before comparing results of several machines.
    static Optional<String> warning(List<Saved> results) {
        var machines = results.stream().map(saved -> saved.result().machine()).distinct().toList();
        return machines.size() == 1
                ? Optional.empty()
                : Optional.of(
                        "These results are from machines that differ (%s): a ratio may differ for that reason alone."
                                .formatted(
                                        machines.stream()
                                                .map(SideBySide::machine)
                                                .collect(Collectors.joining("; "))));
    }

    private static String machine(Machine machine) {
        return machine.cpu() + ", " + machine.kernel() + ", " + machine.jdk();
    }

    private static Section section(String load, List<Named> runs) {
        var chart =
                Charts.comparison(runs.stream().map(Named::run).toList())
                        .map(svg -> svg + Legend.results(runs.stream().map(Named::name).toList()));
        return Section.of(
                load,
                List.of(new Drawing(Figure.RATIO.title(runs.getFirst().run()), chart)),
                List.of(table(runs)),
                runs.stream().map(SideBySide::reference).toList());
    }

    private static String reference(Named named) {
        return "%s: ratios to %s, whose two copies differ by %s."
                .formatted(
                        named.name(),
                        named.run().reference().orElse("none"),
                        named.run().check().map(RatioInterval::words).orElse("an unknown ratio"));
    }

    private static Table<String> table(List<Named> runs) {
        var columns = new ArrayList<Column<String>>(List.of(words("server", Cell::of)));
        runs.forEach(named -> columns.add(figures(named.name(), name -> ratio(name, named.run()))));
        var names =
                runs.stream()
                        .flatMap(named -> named.run().targets().stream())
                        .map(TargetResult::name)
                        .distinct()
                        .toList();
        var unit = runs.getFirst().run().unit();
        return new Table<>("Ratio of CPU per " + unit, columns, names);
    }

    private static Cell ratio(String name, RunResult run) {
        return Cells.of(run.target(name).flatMap(TargetResult::ratio));
    }
}
