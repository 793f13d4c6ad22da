package echolab.book.macro;

import com.fasterxml.jackson.databind.JsonNode;
import echolab.book.ChapterException;
import echolab.book.figure.Age;
import echolab.book.figure.Result;
import echolab.process.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Name;

/// What an idle connection costs in memory, a row a server: `idle::idle[]` is all of `docs/results/idle.json`.
@Name("idle")
public final class IdleMacro extends LinesMacro {

    @Override
    List<String> lines(StructuralNode parent, String name, Map<String, Object> attributes) {
        var result = Result.read(Writer.root(parent), name);
        var idle = result.tree().path("idle");
        if (idle.isEmpty()) {
            throw new ChapterException(
                    "%s has no idle connections: measure them with ./lab bench --idle 10000 --save %s"
                            .formatted(name, name));
        }
        var most = idle.get(idle.size() - 1);
        var table = new FiguresTable(new Age(Writer.root(parent)), result);
        table.title(
                Digits.in(
                        "%,d idle connections, memory of each", most.path("connections").asInt()));
        table.head(List.of("in RAM, KiB", "quartiles", "of it objects on the Java heap, KiB"));
        for (var target : most.path("targets")) {
            table.row(target.path("name").asText(), cells(target));
        }
        return table.lines();
    }

    private static List<String> cells(JsonNode target) {
        var cells = new ArrayList<String>();
        var resident = target.path("residentBytesPerConnection");
        cells.add(kib(resident.path("median")));
        cells.add(
                resident.isMissingNode()
                        ? "–"
                        : kib(resident.path("q1")) + "–" + kib(resident.path("q3")));
        cells.add(kib(target.path("heapBytesPerConnection").path("median")));
        return cells;
    }

    private static String kib(JsonNode bytes) {
        return bytes.isMissingNode()
                ? "–"
                : Digits.in("%.2f", Math.max(0, bytes.asDouble()) / 1024);
    }
}
