package echolab.futures;

import echolab.EchoOptions;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of a client that says nothing, and who does what is to be done then?
@DisplayName("An end to the patience")
@Timeout(120)
class InTimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofMillis(100);

    /// Which threads said that a client was idle for too long.
    private static final class Heralds extends Handler implements AutoCloseable {

        private final Logger logger = Logger.getLogger(FuturesServer.class.getName());
        private final Level before = logger.getLevel();
        private final Set<String> threads = ConcurrentHashMap.newKeySet();

        Heralds() {
            logger.setLevel(Level.FINE);
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord entry) {
            if (entry.getMessage().contains("idle")) {
                threads.add(Thread.currentThread().getName());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
            logger.setLevel(before);
        }
    }

    private FuturesServer server;

    @AfterEach
    void close() {
        Thread.ofVirtual().start(server::close);
    }

    @Test
    @Order(1)
    void a_client_that_says_nothing_is_ended_when_its_time_is_up() throws IOException {
        start(SHORT);
        try (var client = talker()) {
            Expect.that(
                    "100 ms after its last byte a silent client sees the end", client::expectEnd);
        }
    }

    @Test
    @Order(2)
    void a_client_that_is_in_time_is_served() throws IOException {
        start(Duration.ofHours(1));
        try (var client = connect()) {
            Expect.that(
                    "an hour is not over yet: what is sent comes back, and the future has its count",
                    () -> {
                        client.echo(5);
                        client.echo(5);
                        client.finish();
                    });
        }
    }

    @Test
    @Order(3)
    void without_a_limit_a_client_may_be_silent_for_as_long_as_it_likes() throws IOException {
        start(Duration.ZERO);
        try (var client = connect()) {
            Expect.that("0 stands for no limit, and not for no patience", () -> client.echo(5));
            new Patience(SHORT.multipliedBy(3)).sees(() -> false);
            Expect.that("the client is served still", () -> client.echo(5));
        }
    }

    @Test
    @Order(4)
    void what_follows_runs_on_the_thread_of_the_loop() throws IOException {
        start(SHORT);
        try (var heralds = new Heralds();
                var _ = talker()) {
            Expect.that(
                    "that the time was up is told, as of any conversation that ends",
                    new Patience(PATIENCE).sees(() -> !heralds.threads.isEmpty()),
                    () -> "nobody has told");
            Expect.that(
                    "the JDK's thread completes the future, and the loop's does what hangs on it: it closes the channel, and takes it out of a map that has no lock",
                    heralds.threads.equals(Set.of("future-loop")),
                    () -> "it ran in " + heralds.threads);
        }
    }

    private void start(Duration idleTimeout) throws IOException {
        server =
                new FuturesServer(
                        EchoOptions.defaults()
                                .withGrace(Duration.ZERO)
                                .withIdleTimeout(idleTimeout));
    }

    private EchoClient connect() throws IOException {
        return EchoClient.connect(server.address(), PATIENCE);
    }

    /// A client that was served, and says nothing from then on. A busy machine may keep one from talking for longer than it may be
    /// silent: then another comes.
    private EchoClient talker() throws IOException {
        for (var left = 5; ; left--) {
            var before = System.nanoTime();
            var client = connect();
            try {
                client.echo(5);
                return client;
            } catch (IOException | AssertionError e) {
                client.close();
                var late = System.nanoTime() - before >= SHORT.toNanos();
                Expect.that(
                        "a client that talks at once is served", late && left > 1, e::getMessage);
            }
        }
    }
}
