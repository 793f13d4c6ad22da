package echolab.book.macro;

import com.fasterxml.jackson.databind.JsonNode;
import echolab.book.figure.Age;
import echolab.book.figure.ChapterFigure;
import echolab.book.figure.Result;
import echolab.process.Digits;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Name;

/// A table of measured figures, a row a server:
/// `table::default[targets="c-epoll step01 step02",figures="cpu ratio threads",at=1000]`. With `sort=echoes` the one that has most
/// stands first.
@Name("table")
public final class TableMacro extends LinesMacro {

    private static final String FIGURES = "cpu ratio ratio-spread echoes p99 threads memory";

    @Override
    List<String> lines(StructuralNode parent, String name, Map<String, Object> attributes) {
        var root = Writer.root(parent);
        var result = Result.read(root, name);
        var run = result.run(Load.of(attributes));
        var figures =
                Names.of(attributes.getOrDefault("figures", FIGURES)).stream()
                        .map(ChapterFigure::named)
                        .toList();
        var table = new FiguresTable(new Age(root), result);
        table.title(Digits.in("%,d connections", result.connections(run)));
        table.head(figures.stream().map(ChapterFigure::title).toList());
        for (var target : targets(result, run, attributes)) {
            table.row(
                    target.path("name").asText(),
                    figures.stream().map(figure -> FiguresTable.cell(figure, target)).toList());
        }
        return table.lines();
    }

    private static List<JsonNode> targets(
            Result result, JsonNode run, Map<String, Object> attributes) {
        if (attributes.get("targets") == null) {
            return sorted(result.targets(run), attributes.get("sort"));
        }
        return Names.of(attributes.get("targets")).stream()
                .map(word -> result.target(run, word))
                .toList();
    }

    private static List<JsonNode> sorted(List<JsonNode> targets, Object by) {
        if (by == null) {
            return targets;
        }
        var figure = ChapterFigure.named(by.toString());
        return targets.stream()
                .sorted(Comparator.comparingDouble(figure::value).reversed())
                .toList();
    }
}
