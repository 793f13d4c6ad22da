package echolab.bench.report;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.result.Change;
import echolab.bench.result.RunResult;
import echolab.bench.result.Saved;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Cell.Mark;
import echolab.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What changed from a saved result to another one, a table for each load that both have, and whether that is a regression.
///
/// @param sections as a report shows them
/// @param regressions how many servers cost more than before by more than the tolerance
public record ChangeReport(List<Section> sections, int regressions) {

    /// @param tolerance as a share: 0.03 lets a ratio grow by 3 %
    /// @throws IllegalArgumentException when there is nothing to compare, as a sentence
    public static ChangeReport of(Saved before, Saved now, double tolerance) {
        var sections = new ArrayList<Section>();
        var regressions = 0;
        for (var run : now.result().runs()) {
            for (var old : before.result().runs()) {
                if (RunSection.load(run).equals(RunSection.load(old))
                        && !run.ofWarmUp()
                        && !old.ofWarmUp()) {
                    var changes = Change.between(old, run);
                    regressions +=
                            (int) changes.stream().filter(c -> c.isRegression(tolerance)).count();
                    sections.add(section(before, now, run, changes, tolerance));
                }
            }
        }
        if (sections.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s and %s have no load in common: there is nothing to compare"
                            .formatted(before.name(), now.name()));
        }
        return new ChangeReport(sections, regressions);
    }

    private static Section section(
            Saved before, Saved now, RunResult run, List<Change> changes, double tolerance) {
        var table =
                new Table<>(
                        "Ratio of CPU per " + run.unit(),
                        List.of(
                                words("server", c -> Cell.of(c.server())),
                                figures(before.name(), c -> Cell.of(c.before().words())),
                                figures(now.name(), c -> Cell.of(c.now().words())),
                                figures("change", c -> Cell.of(c.words())),
                                words("verdict", c -> verdict(c, tolerance))),
                        changes);
        return Section.of(
                "%s, from %s to %s".formatted(RunSection.load(run), before.name(), now.name()),
                List.of(),
                List.of(table),
                sentences(before, now, tolerance));
    }

    private static List<String> sentences(Saved before, Saved now, double tolerance) {
        var tolerated =
                Digits.in(
                        "A regression is a change whose whole 95 %% interval lies above %.2f; servers without an interval in both results are left out.",
                        1 + tolerance);
        var warning = SideBySide.warning(List.of(before, now));
        return Stream.concat(warning.stream(), Stream.of(tolerated)).toList();
    }

    private static Cell verdict(Change change, double tolerance) {
        var cell = Cell.of(change.verdict(tolerance));
        return change.isRegression(tolerance) ? cell.marked(Mark.FAILED) : cell;
    }
}
