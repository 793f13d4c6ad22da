package echolab.book.macro;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.result.MeasuredServer;
import echolab.book.figure.Age;
import echolab.book.figure.ChapterFigure;
import echolab.book.figure.Result;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
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

    private static final String FIGURES = "cpu ratio ratio-interval echoes p99 threads memory";

    @Override
    List<String> lines(StructuralNode parent, String name, Map<String, Object> attributes) {
        var root = Writer.root(parent);
        var result = Result.read(root, name);
        var columns = new ArrayList<Column<MeasuredServer>>();
        columns.add(words("server", server -> Cell.of(server.name())));
        Names.of(attributes.getOrDefault("figures", FIGURES)).stream()
                .map(ChapterFigure::named)
                .forEach(figure -> columns.add(figures(figure.title(), figure::inTable)));
        var title = Digits.in("%,d connections", result.connections(Load.of(attributes)));
        return AsciiDocTable.of(
                new Table<>(title, columns, servers(result, attributes)), result, new Age(root));
    }

    private static List<MeasuredServer> servers(Result result, Map<String, Object> attributes) {
        var measured = result.servers(Load.of(attributes));
        if (attributes.get("targets") != null) {
            return Names.of(attributes.get("targets")).stream()
                    .map(word -> result.server(measured, word))
                    .toList();
        }
        var servers = new ArrayList<MeasuredServer>(measured);
        if (attributes.get("sort") != null) {
            var by = ChapterFigure.named(attributes.get("sort").toString());
            servers.sort(
                    Comparator.comparingDouble((MeasuredServer s) -> by.inTable(s).size())
                            .reversed());
        }
        return servers;
    }
}
