package echolab.table;

import echolab.table.Cell.Mark;
import echolab.table.Table.Column;
import echolab.table.Table.Look;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        this.nameWidth = Math.min(name.width(), Math.max(NAME, room));
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
                strips.add(column.spreadStrip());
            }
        }
        var gap = room >= strips.size() ? "  " : " ";
        var lines = new ArrayList<String>();
        lines.add("@|faint " + line(" ".repeat(nameWidth), strips, gap, -1) + "|@");
        for (var row = 0; row < name.cells().size(); row++) {
            var names = wrap(name.cells().get(row).text(), nameWidth);
            lines.add(line(pad(names.getFirst(), nameWidth, true), strips, gap, row));
            names.stream().skip(1).forEach(rest -> lines.add("  " + rest));
        }
        return ansi.string(String.join("\n", lines) + "\n");
    }

    /// @param row -1 for the heads
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

    /// What takes a width of its own in all lines.
    private record Strip(String head, boolean left, int width, List<Cell> cells) {

        String cell(int row) {
            var cell = row < 0 ? Cell.of(head) : cells.get(row);
            var text = pad(cell.text(), width, left);
            return switch (cell.mark()) {
                case NONE, EQUAL -> text;
                case LIMITED -> "@|yellow " + text + "|@";
                case FAILED -> "@|red " + text + "|@";
                case KEPT -> "@|green " + text + "|@";
            };
        }
    }

    /// A column with the cells that it has in this table.
    private record Told(String head, Look look, List<Cell> cells) {

        Told(Column<?> column, List<Cell> cells) {
            this(column.head(), column.look(), cells.stream().map(Told::withSign).toList());
        }

        private static Cell withSign(Cell cell) {
            return cell.mark() == Mark.EQUAL
                    ? new Cell("= " + cell.text(), cell.size(), cell.spread(), cell.mark())
                    : cell;
        }

        boolean bars() {
            return look == Look.BARS;
        }

        int width() {
            return longest(head, cells.stream().map(Cell::text).toList());
        }

        /// 0 when there is none to show.
        int spreadWidth() {
            return bars() || cells.stream().allMatch(cell -> cell.spread().isEmpty())
                    ? 0
                    : longest("quartiles", cells.stream().map(Cell::spread).toList());
        }

        /// Its width without the spread, with the gap before it.
        int least() {
            return width() + 1 + (bars() ? FEWEST + 1 : 0);
        }

        Strip strip() {
            return new Strip(head, look == Look.WORDS, width(), cells);
        }

        Strip spreadStrip() {
            var texts = cells.stream().map(cell -> Cell.of(cell.spread())).toList();
            return new Strip("quartiles", true, spreadWidth(), texts);
        }

        /// Exact to an eighth of a character.
        Strip bar(int width) {
            var most = cells.stream().mapToDouble(Cell::size).max().orElse(1);
            var bars =
                    cells.stream()
                            .map(cell -> Math.clamp(cell.size() / Math.max(most, 1e-9), 0, 1))
                            .map(share -> (int) Math.round(share * width * 8))
                            .map(n -> "█".repeat(n / 8) + EIGHTHS.substring(n % 8, n % 8 + 1))
                            .map(bar -> Cell.of(bar.strip()))
                            .toList();
            return new Strip("", true, width, bars);
        }

        private static int longest(String head, List<String> texts) {
            return IntStream.concat(
                            IntStream.of(head.length()), texts.stream().mapToInt(String::length))
                    .max()
                    .orElseThrow();
        }
    }
}
