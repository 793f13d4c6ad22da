package echolab.table;

import java.util.List;
import java.util.function.Function;

/// What is compared, before anybody has said how it looks: [TextTable] writes it for a terminal, and page and book have
/// a writer each. To add a column, add a line where the table is made.
///
/// @param title what stands above it, where it has no section of its own
/// @param columns the first names the row
/// @param rows the things that are compared
public record Table<T>(String title, List<Column<T>> columns, List<T> rows) {

    /// How the cells of a column look.
    public enum Look {
        /// They begin at the left.
        WORDS,
        /// They end at the right.
        FIGURES,
        /// Figures that a terminal draws a bar beside.
        BARS
    }

    /// @param head what stands over it
    public record Column<T>(String head, Look look, Function<T, Cell> cell) {}

    public static <T> Column<T> words(String head, Function<T, Cell> cell) {
        return new Column<>(head, Look.WORDS, cell);
    }

    public static <T> Column<T> figures(String head, Function<T, Cell> cell) {
        return new Column<>(head, Look.FIGURES, cell);
    }

    public static <T> Column<T> bars(String head, Function<T, Cell> cell) {
        return new Column<>(head, Look.BARS, cell);
    }

    /// The cells of a column, one a row.
    public List<Cell> cells(Column<T> column) {
        return rows.stream().map(column.cell()).toList();
    }
}
