package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

/// The promise of `close`: it stops accepting at once, lets connections finish for the grace, cuts the rest, and leaves
/// nothing behind.
interface CloseCases extends Cases {

    Duration SHORT_GRACE = Duration.ofMillis(200);
    Duration NO_WHOLE_SECONDS = Duration.ofMillis(1_100);

    @Case(1)
    default void close_with_nobody_connected_returns_at_once_and_leaves_no_thread()
            throws IOException {
        var threads = ServerThreads.before(servers());
        var server = start(Duration.ofHours(1));
        servers().close(server, Duration.ZERO);
        threads.assertNoneLeft();
        assertRefuses(server.address());
    }

    @Case(2)
    default void close_cuts_an_idle_connection_after_the_grace_and_leaves_no_thread()
            throws IOException {
        var threads = ServerThreads.before(servers());
        try (var server = start(SHORT_GRACE);
                var client = servers().connect(server)) {
            client.echo(1);
            servers().close(server, SHORT_GRACE);
            client.expectEnd();
        }
        threads.assertNoneLeft();
    }

    @Case(3)
    @DisplayName("during the grace nobody new is accepted, but who is there may finish")
    default void close_while_reading() throws IOException {
        try (var server = start(Duration.ofHours(1));
                var client = servers().connect(server)) {
            client.echo(1);
            var closing = Closing.of(server);
            Patience.until(
                    servers().patience(),
                    () -> refuses(server.address()),
                    () -> "close was called, and " + server.address() + " accepts connections");
            new Patience(SHORT_GRACE).sees(() -> false); // who cuts early has cut
            Expect.that("who is there is served", () -> client.echo(10_000));
            assertRefuses(server.address());
            client.finish();
            closing.await(servers().patience());
        }
    }

    @Case(4)
    @DisplayName("close cuts a connection whose client does not read, after the grace")
    default void close_while_writing() throws IOException {
        var threads = ServerThreads.before(servers());
        try (var server = start(SHORT_GRACE);
                var client = servers().connect(server)) {
            client.sendUntilStalled(100_000_000, Duration.ofMillis(100));
            servers().close(server, SHORT_GRACE);
            client.expectEnd();
        }
        threads.assertNoneLeft();
    }

    @Case(5)
    @DisplayName("closing again, and from several threads, cuts no grace short")
    default void close_again() throws IOException {
        var server = start(NO_WHOLE_SECONDS);
        try (var client = servers().connect(server)) {
            client.echo(1);
            var begun = System.nanoTime();
            var calls = Stream.generate(() -> Closing.of(server)).limit(3).toList();
            assertServedFor(NO_WHOLE_SECONDS, begun, client);
            calls.forEach(call -> call.await(servers().patience()));
            servers().close(server, Duration.ZERO);
            client.expectEnd();
        }
    }

    /// Counts from before the close, so a busy machine can only make the time longer.
    static void assertServedFor(Duration grace, long begun, EchoClient client) {
        while (System.nanoTime() - begun < grace.toNanos()) {
            try {
                client.echo(1);
            } catch (IOException | AssertionError e) {
                var millis = (System.nanoTime() - begun) / 1_000_000;
                if (millis < grace.toMillis()) {
                    throw new AssertionError(
                            "a client was cut %s ms after close, of a grace of %s ms: %s"
                                    .formatted(millis, grace.toMillis(), e.getMessage()),
                            e);
                }
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Case(6)
    default void the_port_of_a_closed_server_can_be_listened_on_again_at_once() throws IOException {
        InetSocketAddress address;
        try (var server = start(Duration.ZERO);
                var client = servers().connect(server)) {
            address = server.address();
            client.echo(1);
            servers().close(server, Duration.ZERO);
            client.expectEnd();
        }
        var again = EchoOptions.defaults().withPort(address.getPort());
        Expect.that(
                "the next server listens on the port of one that has closed (SO_REUSEADDR)",
                () -> {
                    try (var server = servers().start(again)) {
                        servers().serveOne(server.address());
                    }
                });
    }

    /// It may cut its clients at once, or give them their grace all the same; but it may not return while one is there.
    @Case(7)
    default void close_on_an_interrupted_thread_returns_with_nothing_left() throws IOException {
        var threads = ServerThreads.before(servers());
        try (var server = start(Duration.ofHours(1));
                var client = servers().connect(server)) {
            client.echo(1);
            var closing = Closing.whenInterrupted(server);
            if (closing.returnsWithin(Duration.ofMillis(300))) {
                client.expectEnd();
            } else {
                client.finish();
            }
            closing.await(servers().patience());
        }
        threads.assertNoneLeft();
    }

    private EchoServer start(Duration grace) throws IOException {
        return servers().start(EchoOptions.defaults().withGrace(grace));
    }

    static void assertRefuses(InetSocketAddress address) {
        assertThat(refuses(address)).as("%s refuses connections", address).isTrue();
    }

    static boolean refuses(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, 1_000);
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
