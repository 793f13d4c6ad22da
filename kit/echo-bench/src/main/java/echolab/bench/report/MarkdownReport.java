package echolab.bench.report;

import echolab.bench.result.SavedResult;
import echolab.table.Table;
import echolab.table.Table.Column;
import echolab.table.Table.Look;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A result as Markdown, for an issue or a pull request: the tables of its sections, and what is said below them.
public final class MarkdownReport {

    private MarkdownReport() {}

    public static String of(SavedResult result) {
        return of(Sections.of(result)) + "\n" + Verdict.machine(result) + "\n";
    }

    static String of(List<Section> sections) {
        return sections.stream().map(MarkdownReport::section).collect(Collectors.joining("\n"));
    }

    private static String section(Section section) {
        var sentences = Stream.concat(section.failures().stream(), section.sentences().stream());
        return "### %s\n\n%s\n%s\n"
                .formatted(
                        section.title(),
                        section.tables().stream()
                                .map(MarkdownReport::table)
                                .collect(Collectors.joining("\n")),
                        sentences
                                .map(sentence -> "- " + sentence.replace("\n", "\n  "))
                                .collect(Collectors.joining("\n")));
    }

    private static <T> String table(Table<T> table) {
        var columns = table.columns();
        return row(columns, Column::head)
                + row(columns, column -> column.look() == Look.WORDS ? "---" : "--:")
                + table.rows().stream()
                        .map(of -> row(columns, column -> column.cell().apply(of).signed()))
                        .collect(Collectors.joining());
    }

    private static <T> String row(List<Column<T>> columns, Function<Column<T>, String> text) {
        return columns.stream()
                .map(column -> text.apply(column).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
