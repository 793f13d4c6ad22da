package echolab.book.macro;

import com.fasterxml.jackson.databind.JsonNode;
import echolab.book.figure.Age;
import echolab.book.figure.ChapterFigure;
import echolab.book.figure.Result;
import echolab.process.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Name;

/// One figure of several servers in all runs of a result, a column a run:
/// `sweep::connections[figure=ratio,targets="step02 step05"]`. The runs differ in their connections, in the bytes of a message or
/// in the rate: the columns are named by whichever it is.
@Name("sweep")
public final class SweepMacro extends LinesMacro {

    private static final Map<String, String> AXES =
            Map.of(
                    "ratePerSecond", "messages a second",
                    "payloadBytes", "bytes a message",
                    "connections", "connections");

    @Override
    List<String> lines(StructuralNode parent, String name, Map<String, Object> attributes) {
        var result = Result.read(Writer.root(parent), name);
        var figure = ChapterFigure.named(String.valueOf(attributes.get("figure")));
        var axis = axis(result.runs());
        var table = new FiguresTable(new Age(Writer.root(parent)), result);
        table.title(figure.title() + ", by " + AXES.get(axis));
        table.head(
                result.runs().stream()
                        .map(run -> Digits.in("%,d", run.path(axis).asInt()))
                        .toList());
        for (var target : Names.of(attributes.get("targets"))) {
            var cells = new ArrayList<String>();
            result.runs()
                    .forEach(run ->
                            cells.add(FiguresTable.cell(figure, result.target(run, target))));
            table.row(target, cells);
        }
        return table.lines();
    }

    private static String axis(List<JsonNode> runs) {
        return List.of("ratePerSecond", "payloadBytes", "connections").stream()
                .filter(field ->
                        runs.stream().map(run -> run.path(field).asInt()).distinct().count() > 1)
                .findFirst()
                .orElse("connections");
    }
}
