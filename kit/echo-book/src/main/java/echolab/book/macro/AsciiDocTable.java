package echolab.book.macro;

import echolab.book.figure.Age;
import echolab.book.figure.Result;
import echolab.book.source.History.Since;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A [Table] of a result in AsciiDoc, a row a server: a star for each whose code has changed since, and where it was measured.
final class AsciiDocTable {

    static final String STAR = " [.stale]#*#";
    private static final int GAP = 2;

    private AsciiDocTable() {}

    /// @param table its first column names the servers
    static <T> List<String> of(Table<T> table, Result result, Age age) {
        var rows = new ArrayList<List<String>>();
        rows.add(table.columns().stream().map(Column::head).toList());
        var stale = Since.UNCHANGED;
        for (var row : table.rows()) {
            var cells = new ArrayList<String>();
            table.columns().forEach(column -> cells.add(column.cell().apply(row).text()));
            var since = age.of(result, cells.getFirst());
            if (since != Since.UNCHANGED) {
                stale = since;
                cells.set(0, cells.getFirst() + STAR);
            }
            rows.add(cells);
        }
        var title =
                ".%s; xref:figures.adoc#run-%s[where it was measured]"
                        .formatted(table.title(), result.name());
        var options = "[%%header%%unbreakable,cols=\"%s\"]".formatted(columns(rows));
        var lines = typed(List.of(title, options), rows);
        if (stale != Since.UNCHANGED) {
            lines.addAll(List.of("[.provenance]", STAR.strip() + " " + Age.sentence(stale) + "."));
        }
        return lines;
    }

    /// Any table, as a writer would type it.
    ///
    /// @param above its title and its options
    static List<String> typed(List<String> above, List<? extends List<String>> rows) {
        var lines = new ArrayList<>(above);
        lines.add("|===");
        for (var row : rows) {
            row.forEach(cell -> lines.add("|" + cell.replace("|", "{vbar}")));
            lines.add("");
        }
        lines.addAll(List.of("|===", ""));
        return lines;
    }

    /// Each as wide as the longest word in it, so that on paper no figure is cut in two.
    private static String columns(List<List<String>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> (column == 0 ? "<" : ">") + width(rows, column))
                .collect(Collectors.joining(","));
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .map(row -> row.get(column).replace(STAR, " *"))
                .flatMap(cell -> column == 0 ? Stream.of(cell) : Stream.of(cell.split(" ")))
                .mapToInt(word -> word.length() + GAP)
                .max()
                .orElse(1);
    }
}
