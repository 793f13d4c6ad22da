package echolab.book.picture;

import echolab.book.ChapterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A picture as text: boxes on a grid, arrows between them, and bands behind them.
///
/// ```
/// grid 170 90
/// band 2 "the kernel"
/// thread t 0,0 "echo-0" "read" waits
/// socket s 0,2 "connection"
/// t ~> s "until bytes come"
/// s -> t "bytes" bend 30
/// ```
///
/// A line is a box (what it is, its name, column and row, what stands in it), an arrow (`->` acts on, `~>` waits for), a band
/// behind a row or behind several (`band 1..2`), or the size of the grid's cells.
///
/// @param boxes by the names that arrows have for them
record Picture(
        int cellWidth,
        int cellHeight,
        Map<String, Box> boxes,
        List<Arrow> arrows,
        List<Band> bands) {

    /// @param column of the grid, from 0; a part of one puts it between two
    /// @param row of the grid, from 0
    /// @param title what it is
    /// @param text more about it, may be empty
    /// @param waits whether it does nothing now but wait: its border is dashed
    record Box(BoxKind kind, double column, double row, String title, String text, boolean waits) {}

    /// @param waits whether it means *waits for* (dashed) or *acts on* (solid)
    /// @param label may be empty
    /// @param bend how far its middle lies beside the straight line, to the left as one walks along it; 0 is straight
    record Arrow(Box from, Box to, boolean waits, String label, double bend) {}

    /// A band behind rows.
    record Band(double first, double last, String label) {}

    private static final String QUOTED = "\"([^\"]*)\"";
    private static final Pattern GRID = Pattern.compile("grid (\\d+) (\\d+)");
    private static final Pattern BAND = Pattern.compile("band (\\d+)(?:\\.\\.(\\d+))? " + QUOTED);
    private static final Pattern BOX =
            Pattern.compile(
                    "(\\w+) +([\\w-]+) +([\\d.]+),([\\d.]+) +%1$s(?: +%1$s)?( +waits)?"
                            .formatted(QUOTED));
    private static final Pattern ARROW =
            Pattern.compile(
                    "([\\w-]+) +([-~]>) +([\\w-]+)(?: +" + QUOTED + ")?(?: +bend (-?\\d+))?");

    /// @throws ChapterException when a line says nothing that a picture knows
    static Picture parse(List<String> lines) {
        var width = 170;
        var height = 92;
        var boxes = new LinkedHashMap<String, Box>();
        var arrows = new ArrayList<Arrow>();
        var bands = new ArrayList<Band>();
        for (var line : lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var grid = GRID.matcher(line);
            var band = BAND.matcher(line);
            var box = BOX.matcher(line);
            var arrow = ARROW.matcher(line);
            if (grid.matches()) {
                width = Integer.parseInt(grid.group(1));
                height = Integer.parseInt(grid.group(2));
            } else if (band.matches()) {
                var first = Double.parseDouble(band.group(1));
                var last = Double.parseDouble(or(band.group(2), band.group(1)));
                bands.add(new Band(first, last, band.group(3)));
            } else if (box.matches()) {
                boxes.put(box.group(2), box(box));
            } else if (arrow.matches()) {
                arrows.add(arrow(arrow, boxes));
            } else {
                throw new ChapterException("a picture has no line like: " + line);
            }
        }
        return new Picture(width, height, boxes, arrows, bands);
    }

    private static Box box(MatchResult line) {
        return new Box(
                ChapterException.named(BoxKind.class, line.group(1), "a picture has no"),
                Double.parseDouble(line.group(3)),
                Double.parseDouble(line.group(4)),
                line.group(5),
                or(line.group(6), ""),
                line.group(7) != null);
    }

    private static Arrow arrow(MatchResult line, Map<String, Box> boxes) {
        return new Arrow(
                known(boxes, line.group(1)),
                known(boxes, line.group(3)),
                line.group(2).equals("~>"),
                or(line.group(4), ""),
                Double.parseDouble(or(line.group(5), "0")));
    }

    private static String or(String written, String otherwise) {
        return written == null ? otherwise : written;
    }

    private static Box known(Map<String, Box> boxes, String name) {
        if (!boxes.containsKey(name)) {
            throw new ChapterException(
                    "an arrow names the box %s, which is not above it".formatted(name));
        }
        return boxes.get(name);
    }
}
