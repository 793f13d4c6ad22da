package echolab.bench.report;

import echolab.bench.result.MeasuredServer;
import echolab.bench.result.Quartiles;
import echolab.bench.result.RatioInterval;
import echolab.table.Cell;
import echolab.table.Cell.Mark;
import java.util.Optional;
import java.util.OptionalLong;

/// How the figures of a result stand in a table.
public final class Cells {

    /// In place of the figure that matters most, of a server that dropped out.
    static final Cell FAILED = Cell.of("failed").marked(Mark.FAILED);

    private Cells() {}

    public static Cell of(Quartiles figure, int places) {
        return Cell.of(figure.median(), figure.q1(), figure.q3(), places);
    }

    public static Cell of(Optional<Quartiles> figure, int places) {
        return figure.map(quartiles -> of(quartiles, places)).orElse(Cell.NONE);
    }

    /// A ratio with its interval; marked when it is not told apart from 1.
    static Cell of(Optional<RatioInterval> ratio) {
        return ratio.map(r ->
                        new Cell(r.words(), r.estimate(), "", r.apart() ? Mark.NONE : Mark.EQUAL))
                .orElse(Cell.NONE);
    }

    /// @param unit what it is counted in, 1 for itself
    public static Cell whole(OptionalLong figure, long unit) {
        return Cell.of(figure.stream().mapToDouble(all -> (double) all / unit).findFirst(), 0);
    }

    /// @param generator what the load generator is called
    static Cell boundBy(MeasuredServer server, String generator) {
        if (server.failure().isPresent()) {
            return FAILED;
        }
        return server.bottleneck()
                .map(bound ->
                        switch (bound) {
                            case CLIENT -> Cell.of(generator).marked(Mark.LIMITED);
                            case UNKNOWN -> Cell.NONE;
                            default -> Cell.of(bound.words());
                        })
                .orElse(Cell.of("not measured"));
    }
}
