package echolab.book.macro;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.result.BenchResult;
import echolab.bench.result.RunResult;
import echolab.book.figure.ChapterFigure;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.extension.Name;

/// One figure of several servers in all runs of a result, a column a run:
/// `sweep::connections[figure=ratio,targets="step02 step05"]`. The runs differ in their connections or in the rate:
/// the columns are named by whichever it is.
@Name("sweep")
public final class SweepMacro extends LinesMacro {

    @Override
    List<String> lines(Asked asked) {
        var result = asked.result();
        var runs = result.as(BenchResult.class).runs();
        var figure = ChapterFigure.named(asked.word("figure"));
        var paced = runs.stream().map(RunResult::ratePerSecond).distinct().count() > 1;
        var columns = new ArrayList<Column<String>>(List.of(words("server", Cell::of)));
        var several = runs.stream().map(RunResult::reference).distinct().count() > 1;
        for (var run : runs) {
            var to = several ? " to " + run.reference().orElse("none") : "";
            var at = paced ? run.ratePerSecond().orElse(0) : run.connections();
            columns.add(
                    figures(
                            Digits.in("%,d%s", at, to),
                            server -> figure.inTable(result.server(run.targets(), server))));
        }
        var title = figure.title() + ", by " + (paced ? "messages per second" : "connections");
        var servers = asked.names("targets");
        return AsciiDocTable.of(new Table<>(title, columns, servers), result, asked.age());
    }
}
