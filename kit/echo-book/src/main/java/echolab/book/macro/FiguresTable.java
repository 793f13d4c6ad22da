package echolab.book.macro;

import com.fasterxml.jackson.databind.JsonNode;
import echolab.book.figure.Age;
import echolab.book.figure.ChapterFigure;
import echolab.book.figure.Result;
import echolab.book.source.History.Since;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table of figures: a row a server; a star for each whose code has changed since; and where it was measured.
final class FiguresTable {

    private static final String STAR = " [.stale]#*#";
    private static final int GAP = 2;

    private final Age age;
    private final Result result;
    private final List<List<String>> rows = new ArrayList<>();
    private String title = "";
    private Since stale = Since.UNCHANGED;

    FiguresTable(Age age, Result result) {
        this.age = age;
        this.result = result;
    }

    void title(String words) {
        title = words;
    }

    void head(List<String> columns) {
        add("server", columns);
    }

    void row(String server, List<String> cells) {
        var since = age.of(result, server);
        stale = since == Since.UNCHANGED ? stale : since;
        add(server + (since == Since.UNCHANGED ? "" : STAR), cells);
    }

    private void add(String first, List<String> others) {
        rows.add(Stream.concat(Stream.of(first), others.stream()).toList());
    }

    /// A server that dropped out has no figures.
    static String cell(ChapterFigure figure, JsonNode target) {
        return target.has("summary") ? figure.inTable(target) : "–";
    }

    List<String> lines() {
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
            lines.add("");
            lines.add("[.provenance]");
            lines.add(STAR.strip() + " " + Age.sentence(stale) + ".");
        }
        return lines;
    }

    /// Each as wide as the longest word in it, so that on paper no figure is cut in two.
    private String columns() {
        return IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> (column == 0 ? "<" : ">") + width(column))
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
