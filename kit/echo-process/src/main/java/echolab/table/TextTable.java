package echolab.table;

import echolab.table.Table.Column;
import echolab.table.Table.Look;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/// A [Table] in a terminal of 80 columns, with bars in place of the spread where a column has them. Where there is no
/// room for all of it, a long name goes on in the next line; then spreads are left out, the last first; then columns go
/// on in a table below.
public final class TextTable {

    private static final int WIDTH = 80;
    private static final int NAME = 20;
    private static final int FEWEST = 8;
    private static final int MOST = 16;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    private final Ansi ansi;
    private final Told name;
    private final int nameWidth;

    private TextTable(Ansi ansi, Told name, List<Told> others) {
        this.ansi = ansi;
        this.name = name;
        var room = WIDTH - others.stream().mapToInt(Told::least).sum();
        this.nameWidth = Math.min(name.strip().width(), Math.max(NAME, room));
    }

    /// The table with a line of heads, and a line's end behind each line.
    public static <T> String of(Table<T> table, Ansi ansi) {
        var told =
                table.columns().stream()
                        .map(column -> new Told(column, table.cells(column)))
                        .toList();
        var others = told.subList(1, told.size());
        var text = new TextTable(ansi, told.getFirst(), others);
        return text.blocks(others).stream().map(text::block).collect(Collectors.joining("\n"));
    }

    /// A text broken at spaces into lines of up to that many characters; a word that is longer is cut.
    public static List<String> wrap(String text, int width) {
        return Pattern.compile("(.{1,%s})(?: |$)|.{%s}".formatted(width, width))
                .matcher(text)
                .results()
                .map(line -> line.group().stripTrailing())
                .toList();
    }

    private List<List<Told>> blocks(List<Told> columns) {
        var blocks = new ArrayList<List<Told>>(List.of(new ArrayList<>()));
        var used = nameWidth;
        for (var column : columns) {
            if (used + column.least() > WIDTH) {
                blocks.add(new ArrayList<>());
                used = nameWidth;
            }
            used += column.least();
            blocks.getLast().add(column);
        }
        return blocks;
    }

    private String block(List<Told> columns) {
        var room = WIDTH - nameWidth - columns.stream().mapToInt(Told::least).sum();
        var spread = new HashSet<Told>();
        for (var column : columns) {
            if (column.spreadWidth() > 0 && column.spreadWidth() < room) {
                room -= column.spreadWidth() + 1;
                spread.add(column);
            }
        }
        var strips = new ArrayList<Strip>();
        for (var column : columns) {
            strips.add(column.strip());
            if (column.bars()) {
                strips.add(column.bar(Math.min(MOST, FEWEST + room)));
                room -= Math.min(MOST, FEWEST + room) - FEWEST;
            }
            if (spread.contains(column)) {
                strips.add(column.spread());
            }
        }
        var gap = room >= strips.size() ? "  " : " ";
        var lines = new ArrayList<String>();
        lines.add("@|faint " + line(" ".repeat(nameWidth), strips, gap, 0) + "|@");
        for (var row = 1; row < name.strip().cells().size(); row++) {
            var names = wrap(name.strip().cells().get(row).text(), nameWidth);
            lines.add(line(pad(names.getFirst(), nameWidth, true), strips, gap, row));
            names.stream().skip(1).forEach(rest -> lines.add("  " + rest));
        }
        return ansi.string(String.join("\n", lines) + "\n");
    }

    /// @param row 0 for the heads
    private static String line(String name, List<Strip> strips, String gap, int row) {
        return strips.stream()
                .map(strip -> gap + strip.cell(row))
                .collect(Collectors.joining("", name, ""))
                .stripTrailing();
    }

    private static String pad(String text, int width, boolean left) {
        var blanks = " ".repeat(Math.max(0, width - text.length()));
        return left ? text + blanks : blanks + text;
    }

    /// What takes a width of its own in all lines: a head, and a cell for each row.
    private record Strip(boolean left, List<Cell> cells) {

        static Strip of(String head, boolean left, Stream<Cell> cells) {
            return new Strip(left, Stream.concat(Stream.of(Cell.of(head)), cells).toList());
        }

        int width() {
            return cells.stream().mapToInt(cell -> cell.text().length()).max().orElseThrow();
        }

        String cell(int row) {
            var cell = cells.get(row);
            var text = pad(cell.text(), width(), left);
            return switch (cell.mark()) {
                case NONE, EQUAL -> text;
                case LIMITED -> "@|yellow " + text + "|@";
                case FAILED -> "@|red " + text + "|@";
                case KEPT -> "@|green " + text + "|@";
            };
        }
    }

    /// A column with the cells that it has in this table.
    private record Told(boolean bars, Strip strip, Strip spread) {

        Told(Column<?> column, List<Cell> cells) {
            this(
                    column.look() == Look.BARS,
                    Strip.of(
                            column.head(),
                            column.look() == Look.WORDS,
                            cells.stream()
                                    .map(c ->
                                            new Cell(c.signed(), c.size(), c.spread(), c.mark()))),
                    Strip.of(
                            "quartiles", true, cells.stream().map(cell -> Cell.of(cell.spread()))));
        }

        /// 0 when there is none to show.
        int spreadWidth() {
            var shown = spread.cells().stream().skip(1).anyMatch(cell -> !cell.text().isEmpty());
            return shown && !bars ? spread.width() : 0;
        }

        /// Its width without the spread, with the gap before it.
        int least() {
            return strip.width() + 1 + (bars ? FEWEST + 1 : 0);
        }

        /// Exact to an eighth of a character.
        Strip bar(int width) {
            var sizes = strip.cells().stream().skip(1).mapToDouble(Cell::size).toArray();
            var most = DoubleStream.of(sizes).max().orElse(1);
            var bars =
                    DoubleStream.of(sizes)
                            .map(size -> Math.clamp(size / Math.max(most, 1e-9), 0, 1))
                            .mapToObj(share -> (int) Math.round(share * width * 8))
                            .map(n -> "█".repeat(n / 8) + EIGHTHS.substring(n % 8, n % 8 + 1))
                            .map(bar -> Cell.of(bar.strip()));
            return Strip.of(" ".repeat(width), true, bars);
        }
    }
}
