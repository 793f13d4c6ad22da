package echolab.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExchangeTest {

    private static final int SIZE = 10;
    private static final long WAIT = TimeUnit.MILLISECONDS.toNanos(20);

    /// What `awaitAnswers` rounds off.
    private static final long LESS = TimeUnit.MILLISECONDS.toNanos(1);

    /// Its latency was left out: a server that fell silent had the best of all distributions.
    @Test
    void a_message_that_never_comes_back_took_as_long_as_it_was_waited_for() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var exchange = new Exchange(SIZE)) {
            Thread.ofVirtual().start(() -> echoOnce(server));
            exchange.connect((InetSocketAddress) server.getLocalSocketAddress(), 1);
            var began = exchange.begin((_, _) -> {});
            exchange.send(exchange.open().getFirst(), began);
            exchange.awaitAnswers(began + WAIT);

            var seen = exchange.figures(Optional.empty());
            assertThat(seen.faults().unanswered()).isEqualTo(1);
            assertThat(seen.latency().getTotalCount()).isEqualTo(1);
            assertThat(seen.latency().getMaxValue()).isGreaterThanOrEqualTo(WAIT - LESS);
        }
    }

    /// The message that a new connection begins with, and no other.
    private static void echoOnce(ServerSocket server) {
        try (var client = server.accept()) {
            client.getOutputStream().write(client.getInputStream().readNBytes(SIZE));
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
