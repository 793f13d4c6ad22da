package echolab.bench.report;

import echolab.bench.chart.Key;
import echolab.svg.Svg;
import echolab.table.Cell;
import echolab.table.Cell.Mark;
import echolab.table.Table;
import echolab.table.Table.Column;
import echolab.table.Table.Look;
import java.util.List;
import java.util.stream.Collectors;

/// A [Table] on a page. It scrolls in a box of its own where it is wider than the window; a reader without a mouse can move into it, and
/// hears what it is.
final class HtmlTable {

    private HtmlTable() {}

    static <T> String of(Table<T> table) {
        var rows = new StringBuilder();
        for (var row : table.rows()) {
            rows.append("<tr>");
            for (var column : table.columns()) {
                rows.append(cells(table, column, row));
            }
            rows.append("</tr>\n");
        }
        return """
        <div class="table" role="group" aria-label="%1$s" tabindex="0">
        <table>
        <caption>%1$s</caption>
        <thead><tr>%2$s</tr></thead>
        <tbody>
        %3$s</tbody>
        </table>
        </div>
        """
                .formatted(
                        Svg.escape(table.title()),
                        table.columns().stream()
                                .map(column -> heads(table, column))
                                .collect(Collectors.joining()),
                        rows);
    }

    private static <T> String heads(Table<T> table, Column<T> column) {
        var heads =
                hasSpread(table, column)
                        ? List.of(column.head(), "quartiles")
                        : List.of(column.head());
        var words = column.look() == Look.WORDS ? " class=\"words\"" : "";
        return heads.stream()
                .map(head -> "<th scope=\"col\"%s>%s</th>".formatted(words, Svg.escape(head)))
                .collect(Collectors.joining());
    }

    private static <T> String cells(Table<T> table, Column<T> column, T row) {
        var cell = column.cell().apply(row);
        if (column == table.columns().getFirst()) {
            return "<th scope=\"row\">" + Svg.escape(cell.text()) + "</th>";
        }
        return cell(column, cell)
                + (hasSpread(table, column) ? "<td>" + Svg.escape(cell.spread()) + "</td>" : "");
    }

    /// What the load generator held back is hatched, as it is in the charts.
    private static String cell(Column<?> column, Cell cell) {
        var style =
                (column.look() == Look.WORDS ? "words" : "")
                        + (cell.mark() == Mark.LIMITED ? " client" : "")
                        + (cell.mark() == Mark.FAILED ? " failed" : "");
        var before = cell.mark() == Mark.LIMITED ? Key.hatched() + " " : "";
        return "<td%s>%s%s</td>"
                .formatted(
                        style.isEmpty() ? "" : " class=\"" + style.strip() + "\"",
                        before,
                        Svg.escape(cell.signed()));
    }

    private static <T> boolean hasSpread(Table<T> table, Column<T> column) {
        return table.cells(column).stream().anyMatch(cell -> !cell.spread().isEmpty());
    }
}
