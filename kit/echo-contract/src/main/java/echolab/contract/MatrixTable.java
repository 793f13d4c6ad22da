package echolab.contract;

import static echolab.table.Table.words;

import echolab.contract.CaseResult.Outcome;
import echolab.table.Cell;
import echolab.table.Cell.Mark;
import echolab.table.Table;
import echolab.table.Table.Column;
import echolab.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/// A matrix of many cases and subjects on a terminal of 80 columns. A subject is a letter over a column; what each letter stands for
/// is below, and then what was seen where a case is broken.
///
/// @param subjects in the order of the columns
public record MatrixTable(List<Held> subjects, Ansi ansi) {

    private static final int WIDTH = 80;
    private static final int LINES_SHOWN = 4;

    public String render() {
        var columns = new ArrayList<Column<String>>(List.of(words("", Cell::of)));
        var legend = new StringBuilder("\n");
        for (var held : subjects) {
            var letter = String.valueOf((char) ('a' + subjects.indexOf(held)));
            columns.add(words(letter, name -> mark(held, name)));
            legend.append("%s %-15s %s\n".formatted(letter, held.name(), held.summary()));
        }
        var cases = subjects.stream().flatMap(held -> held.cases().stream().map(CaseResult::name));
        var table = new Table<>("", columns, cases.distinct().toList());
        return TextTable.of(table, ansi) + legend + broken();
    }

    private static Cell mark(Held held, String name) {
        return held.of(name)
                .map(result ->
                        switch (result.outcome()) {
                            case KEPT -> Cell.of("✔").marked(Mark.KEPT);
                            case BROKEN -> Cell.of("✘").marked(Mark.FAILED);
                            case NOT_APPLICABLE -> Cell.of("–").marked(Mark.LIMITED);
                        })
                .orElse(Cell.of(" "));
    }

    private String broken() {
        return subjects.stream()
                .flatMap(held ->
                        held.cases().stream()
                                .filter(result -> result.outcome() == Outcome.BROKEN)
                                .flatMap(result -> broken(held, result)))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> broken(Held held, CaseResult result) {
        var title = "%s breaks: %s".formatted(held.name(), result.name());
        return Stream.concat(
                Stream.concat(Stream.of(""), TextTable.wrap(title, WIDTH - 1).stream()),
                result.seen()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .flatMap(line -> TextTable.wrap(line.strip(), WIDTH - 3).stream())
                        .limit(LINES_SHOWN)
                        .map(line -> "  " + line));
    }
}
