package echolab.book.macro;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.result.MeasuredServer;
import echolab.book.figure.ChapterFigure;
import echolab.book.figure.Result;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.asciidoctor.extension.Name;

/// A table of measured figures, a row a server:
/// `table::default[targets="c-epoll step01 step02",figures="cpu ratio threads",at=1000]`. With `sort=echoes` the one that has most
/// stands first.
@Name("table")
public final class TableMacro extends LinesMacro {

    @Override
    List<String> lines(Asked asked) {
        var result = asked.result();
        var columns = new ArrayList<Column<MeasuredServer>>();
        columns.add(words("server", server -> Cell.of(server.name())));
        for (var word : asked.names("figures")) {
            var figure = ChapterFigure.named(word);
            columns.add(figures(figure.title(), figure::inTable));
        }
        var title = Digits.in("%,d connections", result.connections(asked.at()));
        var table = new Table<>(title, columns, servers(result, asked));
        return AsciiDocTable.of(table, result, asked.age());
    }

    private static List<MeasuredServer> servers(Result result, Asked asked) {
        var measured = result.servers(asked.at());
        if (asked.has("targets")) {
            return asked.names("targets").stream()
                    .map(word -> result.server(measured, word))
                    .toList();
        }
        var servers = new ArrayList<MeasuredServer>(measured);
        if (asked.has("sort")) {
            var by = ChapterFigure.named(asked.word("sort"));
            servers.sort(
                    Comparator.comparingDouble((MeasuredServer s) -> by.inTable(s).size())
                            .reversed());
        }
        return servers;
    }
}
