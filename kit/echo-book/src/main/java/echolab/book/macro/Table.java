package echolab.book.macro;

import com.fasterxml.jackson.databind.JsonNode;
import echolab.book.figure.Age;
import echolab.book.figure.Figure;
import echolab.book.figure.Result;
import echolab.book.source.History.Since;
import java.util.ArrayList;
import java.util.List;

/// How does a table of figures look? A row a server; a star for each whose code has changed since; and where it was measured.
final class Table {

    private final Age age;
    private final Result result;
    private final List<String> lines = new ArrayList<>();
    private Since stale = Since.UNCHANGED;

    Table(Age age, Result result) {
        this.age = age;
        this.result = result;
    }

    void title(String words) {
        lines.add(
                ".%s; xref:figures.adoc#run-%s[where it was measured]"
                        .formatted(words, result.name()));
    }

    void head(List<String> columns) {
        lines.add("[%%header%%unbreakable,cols=\"<2%s\"]".formatted(",>1".repeat(columns.size())));
        lines.add("|===");
        lines.add("|");
        columns.forEach(column -> lines.add("|" + column));
        lines.add("");
    }

    void row(String server, List<String> cells) {
        var since = age.of(result, server);
        stale = since == Since.UNCHANGED ? stale : since;
        lines.add("|" + server + (since == Since.UNCHANGED ? "" : " [.stale]#*#"));
        cells.forEach(cell -> lines.add("|" + cell));
    }

    /// A server that dropped out has no figures.
    static String cell(Figure figure, JsonNode target) {
        return target.has("summary") ? figure.inTable(target) : "–";
    }

    List<String> lines() {
        lines.add("|===");
        if (stale != Since.UNCHANGED) {
            lines.add("");
            lines.add("[.provenance]");
            lines.add("[.stale]#*# " + Age.sentence(stale) + ".");
        }
        return lines;
    }
}
