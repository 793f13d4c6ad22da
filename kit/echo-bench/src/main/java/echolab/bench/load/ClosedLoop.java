package echolab.bench.load;

import echolab.bench.result.Faults;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// How a server is kept busy. Each connection has one message on its way, always: an echo that has come back is
/// answered with the next message at once, until the slice is over.
///
/// The server itself sets the pace. That shows what it can do at the most; but while it is held up nothing is sent, so
/// nothing is late either: a closed loop hides most of the latency. [OpenLoop] does not.
final class ClosedLoop implements Pacer {

    private final Exchange exchange;
    private long deadline;

    ClosedLoop(Exchange exchange) {
        this.exchange = exchange;
    }

    /// Keeps all connections busy for this long, waits for the last echoes, and says what was seen.
    Figures slice(Duration duration) throws IOException {
        var open = exchange.open();
        deadline = exchange.begin(this) + duration.toNanos();
        for (var connection : open) {
            exchange.send(connection, System.nanoTime());
        }
        exchange.awaitAnswers(deadline + Faults.PATIENCE.toNanos());
        return exchange.figures(Optional.empty());
    }

    /// The time at which an echo is complete is also the time at which its successor is sent.
    // tag::answered[]
    @Override
    public void answered(LoadConnection connection, long now) {
        if (now < deadline) {
            exchange.send(connection, now);
        }
    }
    // end::answered[]
}
