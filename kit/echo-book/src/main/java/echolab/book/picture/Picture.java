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
/// @param bands what lies behind the boxes
record Picture(
        int cellWidth,
        int cellHeight,
        Map<String, Node> nodes,
        List<Arrow> arrows,
        List<Band> bands) {

    /// A band behind rows.
    record Band(double first, double last, String label) {}

    private static final String QUOTED = "\"([^\"]*)\"";
    private static final Pattern GRID = Pattern.compile("grid (\\d+) (\\d+)");
    private static final Pattern BAND = Pattern.compile("band (\\d+)(?:\\.\\.(\\d+))? " + QUOTED);
    private static final Pattern NODE =
            Pattern.compile(
                    "(\\w+) +([\\w-]+) +([\\d.]+),([\\d.]+) +"
                            + QUOTED
                            + "(?: +"
                            + QUOTED
                            + ")?( +waits)?");
    private static final Pattern ARROW =
            Pattern.compile(
                    "([\\w-]+) +([-~]>) +([\\w-]+)(?: +" + QUOTED + ")?(?: +bend (-?\\d+))?");

    /// @throws ChapterException when a line says nothing that a picture knows
    static Picture parse(List<String> lines) {
        var width = 170;
        var height = 92;
        var nodes = new LinkedHashMap<String, Node>();
        var arrows = new ArrayList<Arrow>();
        var bands = new ArrayList<Band>();
        for (var line : lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var grid = GRID.matcher(line);
            var band = BAND.matcher(line);
            var node = NODE.matcher(line);
            var arrow = ARROW.matcher(line);
            if (grid.matches()) {
                width = Integer.parseInt(grid.group(1));
                height = Integer.parseInt(grid.group(2));
            } else if (band.matches()) {
                var first = Double.parseDouble(band.group(1));
                var last = band.group(2) == null ? first : Double.parseDouble(band.group(2));
                bands.add(new Band(first, last, band.group(3)));
            } else if (node.matches()) {
                nodes.put(node.group(2), node(node));
            } else if (arrow.matches()) {
                arrows.add(
                        new Arrow(
                                known(nodes, arrow.group(1)),
                                known(nodes, arrow.group(3)),
                                arrow.group(2).equals("~>"),
                                arrow.group(4) == null ? "" : arrow.group(4),
                                arrow.group(5) == null ? 0 : Double.parseDouble(arrow.group(5))));
            } else {
                throw new ChapterException("a picture has no line like: " + line);
            }
        }
        return new Picture(width, height, nodes, arrows, bands);
    }

    private static Node node(MatchResult line) {
        return new Node(
                line.group(2),
                Kind.named(line.group(1)),
                Double.parseDouble(line.group(3)),
                Double.parseDouble(line.group(4)),
                line.group(5),
                line.group(6) == null ? "" : line.group(6),
                line.group(7) != null);
    }

    private static String known(Map<String, Node> nodes, String id) {
        if (!nodes.containsKey(id)) {
            throw new ChapterException(
                    "an arrow names the box %s, which is not above it".formatted(id));
        }
        return id;
    }
}
