package echolab.book.macro;

import echolab.book.figure.Age;
import echolab.book.figure.Result;
import echolab.book.source.History.Since;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A [Table] of a result in AsciiDoc, a row a server: a star for each whose code has changed since, and where it was measured.
final class AsciiDocTable {

    static final String STAR = " [.stale]#*#";
    private static final int GAP = 2;

    private final Result result;
    private final Age age;
    private final List<List<String>> rows = new ArrayList<>();
    private Since stale = Since.UNCHANGED;

    private AsciiDocTable(Result result, Age age) {
        this.result = result;
        this.age = age;
    }

    /// @param table its first column names the servers
    static <T> List<String> of(Table<T> table, Result result, Age age) {
        var written = new AsciiDocTable(result, age);
        written.rows.add(table.columns().stream().map(Column::head).toList());
        for (var row : table.rows()) {
            var cells = table.columns().stream().map(column -> column.cell().apply(row).text());
            written.add(cells.toList());
        }
        return written.lines(table.title());
    }

    private void add(List<String> cells) {
        var server = cells.getFirst();
        var since = age.of(result, server);
        stale = since == Since.UNCHANGED ? stale : since;
        var marked = server + (since == Since.UNCHANGED ? "" : STAR);
        rows.add(Stream.concat(Stream.of(marked), cells.stream().skip(1)).toList());
    }

    private List<String> lines(String title) {
        var lines = new ArrayList<String>();
        lines.add(
                ".%s; xref:figures.adoc#run-%s[where it was measured]"
                        .formatted(title, result.name()));
        lines.add("[%%header%%unbreakable,cols=\"%s\"]".formatted(columns()));
        lines.add("|===");
        for (var row : rows) {
            row.forEach(cell -> lines.add("|" + cell));
            lines.add("");
        }
        lines.add("|===");
        if (stale != Since.UNCHANGED) {
            lines.addAll(
                    List.of("", "[.provenance]", STAR.strip() + " " + Age.sentence(stale) + "."));
        }
        return lines;
    }

    /// Each as wide as the longest word in it, so that on paper no figure is cut in two.
    private String columns() {
        var columns = Stream.iterate(0, i -> i < rows.getFirst().size(), i -> i + 1);
        return columns.map(column -> (column == 0 ? "<" : ">") + width(column))
                .collect(Collectors.joining(","));
    }

    private int width(int column) {
        return rows.stream()
                .map(row -> row.get(column).replace(STAR, " *"))
                .flatMap(cell -> column == 0 ? Stream.of(cell) : Stream.of(cell.split(" ")))
                .mapToInt(word -> word.length() + GAP)
                .max()
                .orElse(1);
    }
}
