package echolab.bench.load;

import echolab.bench.result.Faults;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// What a connection costs that is soon over. Each of so many clients connects, has one message echoed, closes, and connects again.
///
/// A client closes as most do: its FIN goes first, and the server reads an end. Refused: a reset (`SO_LINGER` of 0), which would
/// leave no port behind in TIME_WAIT, but has the server handle an error in place of an end. Linux lets
/// loopback connections have such a port again after a second (`net.ipv4.tcp_tw_reuse`), so they do not run out.
///
/// The last connections of a slice are closed when the next slice begins: each pays for as many ends as beginnings.
final class ShortConnections implements Pacer {

    private final Exchange exchange;
    private long deadline;

    ShortConnections(Exchange exchange) {
        this.exchange = exchange;
    }

    Figures slice(Duration duration, int atOnce) throws IOException {
        deadline = exchange.begin(this) + duration.toNanos();
        for (var index = 0; index < atOnce; index++) {
            exchange.renew(index, System.nanoTime());
        }
        exchange.awaitAnswers(deadline + Faults.PATIENCE.toNanos());
        return exchange.figures(Optional.empty());
    }

    @Override
    public void answered(LoadConnection connection, long now) {
        if (now < deadline) {
            exchange.renew(connection.index, now);
        }
    }
}
