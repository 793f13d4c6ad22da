package echolab.book.macro;

import com.fasterxml.jackson.databind.JsonNode;
import echolab.book.figure.Age;
import echolab.book.figure.Figure;
import echolab.book.figure.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;
import org.asciidoctor.extension.Name;

/// A table of measured figures, a row a server:
/// `table::default[targets="c-epoll step01 step02",figures="cpu ratio threads",at=1000]`.
@Name("table")
public final class TableMacro extends BlockMacroProcessor {

    @Override
    public StructuralNode process(
            StructuralNode parent, String name, Map<String, Object> attributes) {
        var lines =
                Writer.orComplain(
                        this,
                        parent,
                        "table::" + name + "[",
                        List.<String>of(),
                        () -> table(parent, name, attributes));
        parseContent(parent, lines);
        return null;
    }

    private static List<String> table(
            StructuralNode parent, String name, Map<String, Object> attributes) {
        var root = Writer.root(parent);
        var result = Result.read(root, name);
        var run = result.run(Load.of(attributes));
        var figures =
                words(attributes, "figures", "cpu ratio ratio-spread echoes p99 threads memory")
                        .map(Figure::named)
                        .toList();
        var table = new Table(new Age(root), result);
        table.title(String.format(Locale.ROOT, "%,d connections", run.path("connections").asInt()));
        table.head(figures.stream().map(Figure::title).toList());
        for (var target : targets(result, run, attributes)) {
            table.row(
                    target.path("name").asText(),
                    figures.stream().map(figure -> Table.cell(figure, target)).toList());
        }
        return table.lines();
    }

    private static List<JsonNode> targets(
            Result result, JsonNode run, Map<String, Object> attributes) {
        if (attributes.get("targets") == null) {
            var all = new ArrayList<JsonNode>();
            run.path("targets").forEach(all::add);
            return all;
        }
        return words(attributes, "targets", "").map(word -> result.target(run, word)).toList();
    }

    private static java.util.stream.Stream<String> words(
            Map<String, Object> attributes, String key, String otherwise) {
        return Arrays.stream(
                String.valueOf(attributes.getOrDefault(key, otherwise)).strip().split("[ ,]+"));
    }
}
