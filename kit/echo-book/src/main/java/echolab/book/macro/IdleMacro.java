package echolab.book.macro;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

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
                figures(
                        "quartiles",
                        t ->
                                t.residentBytesPerConnection().isPresent()
                                        ? Cell.of(kib(t.residentBytesPerConnection()).spread())
                                        : Cell.NONE),
                figures(
                        "of it objects on the Java heap, KiB",
                        t -> kib(t.heapBytesPerConnection())),
                figures(
                        "start to first echo, ms",
                        t -> t.firstEcho().map(q -> Cell.of(q.median(), 0)).orElse(Cell.NONE)),
                figures(
                        "own files, KiB",
                        t ->
                                t.ownBytes().isPresent()
                                        ? Cell.of(t.ownBytes().getAsLong() / 1024.0, 0)
                                        : Cell.NONE));
    }

    private static Cell kib(Optional<Quartiles> bytes) {
        return bytes.map(q -> q.map(b -> Math.max(0, b) / 1024))
                .map(q -> Cell.of(q.median(), q.q1(), q.q3(), 2))
                .orElse(Cell.NONE);
    }
}
