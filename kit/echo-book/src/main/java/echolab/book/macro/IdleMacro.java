package echolab.book.macro;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.report.Cells;
import echolab.bench.result.BenchResult;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.Quartiles;
import echolab.book.ChapterException;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.List;
import java.util.Optional;
import org.asciidoctor.extension.Name;

/// What an idle connection costs in memory, a row a server: `idle::idle[]` is all of `docs/results/idle.json`.
@Name("idle")
public final class IdleMacro extends LinesMacro {

    @Override
    List<String> lines(Asked asked) {
        var result = asked.result();
        var idle = result.as(BenchResult.class).idle();
        if (idle.isEmpty()) {
            throw new ChapterException(
                    "%s has no idle connections: measure them with ./lab bench --idle 10000 --save %s"
                            .formatted(asked.target(), asked.target()));
        }
        var most = idle.getLast();
        var title = Digits.in("%,d idle connections, memory of each", most.connections());
        return AsciiDocTable.of(new Table<>(title, columns(), most.targets()), result, asked.age());
    }

    private static List<Column<IdleTarget>> columns() {
        return List.of(
                words("server", t -> Cell.of(t.name())),
                figures("in RAM, KiB", t -> kib(t.residentBytesPerConnection())),
                figures("quartiles", t -> spread(kib(t.residentBytesPerConnection()))),
                figures(
                        "of it objects on the Java heap, KiB",
                        t -> kib(t.heapBytesPerConnection())),
                figures("start to first echo, ms", t -> Cells.of(t.firstEcho(), 0)),
                figures("own files, KiB", t -> Cells.whole(t.ownBytes(), 1024)));
    }

    private static Cell kib(Optional<Quartiles> bytes) {
        return Cells.of(bytes.map(q -> q.map(b -> Math.max(0, b) / 1024)), 2);
    }

    private static Cell spread(Cell figure) {
        return figure.equals(Cell.NONE) ? figure : Cell.of(figure.spread());
    }
}
