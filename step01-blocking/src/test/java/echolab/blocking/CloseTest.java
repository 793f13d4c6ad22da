package echolab.blocking;

import echolab.EchoOptions;
import echolab.contract.Closing;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.lang.Thread.State;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does `close` leave nothing behind, and cut nobody off too soon?
@DisplayName("Closing")
@Timeout(120)
class CloseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// In which nothing may happen that a wrong answer would do at once.
    private static final Duration MOMENT = Duration.ofMillis(300);

    /// No whole number of seconds, and longer than one that somebody might take for long enough.
    private static final Duration GRACE = Duration.ofMillis(1300);

    private BlockingServer server;

    /// Also when a test failed before it came to `close`: the `Todo` must be the reason in any case.
    @AfterEach
    void close() {
        Closing.of(server).returnsWithin(PATIENCE);
    }

    @Test
    @Order(1)
    void a_server_without_clients_closes_at_once_and_nobody_can_connect_any_more()
            throws IOException {
        server = server(Duration.ofHours(1));
        Expect.that(
                "with nobody to wait for, close returns at once",
                () -> Closing.of(server).await(PATIENCE));
        Expect.that(
                "nobody listens on the port any more",
                isRefused(),
                () -> "a client could still connect: the listener is open");
    }

    @Test
    @Order(2)
    void a_client_that_is_still_talking_may_finish_within_the_grace() throws Exception {
        server = server(Duration.ofHours(1));
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            var closing = Closing.of(server);
            Expect.that(
                    "close waits for a client that is still there, for as long as the grace lasts",
                    !closing.returnsWithin(MOMENT),
                    () -> "it returned while the client was still there");
            Expect.that(
                    "during the grace nobody else can connect: the listener is closed first",
                    isRefused(),
                    () -> "a client could still connect");
            Expect.that(
                    "during the grace a client is served as before",
                    () -> {
                        client.echo(5);
                        client.finish();
                    });
            Expect.that(
                    "close returns as soon as the last client has left",
                    () -> closing.await(PATIENCE));
        }
    }

    @Test
    @Order(3)
    void a_client_that_only_sits_there_is_cut_when_the_grace_is_over() throws IOException {
        server = server(Duration.ofMillis(50));
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            var closing = Closing.of(server);
            Expect.that(
                    "after the grace the sockets that are left are closed: a thread that waits in read cannot be told otherwise",
                    () -> closing.await(PATIENCE));
            Expect.that("the client sees the end", client::expectEnd);
        }
    }

    @Test
    @Order(4)
    void all_that_are_left_are_cut_and_none_before_the_grace_is_over() throws IOException {
        server = server(GRACE);
        try (var client = EchoClient.connect(server.address(), PATIENCE);
                var other = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            other.echo(5);
            var begin = System.nanoTime();
            var closing = Closing.of(server);
            Expect.that("the client sees the end", client::expectEnd);
            var lasted = Duration.ofNanos(System.nanoTime() - begin);
            Expect.that(
                    "a client may stay for the whole grace, here %s ms".formatted(GRACE.toMillis()),
                    lasted.compareTo(GRACE) >= 0,
                    () -> "it was cut after %s ms".formatted(lasted.toMillis()));
            Expect.that("every client that is left is cut", other::expectEnd);
            Expect.that("close returns then", () -> closing.await(PATIENCE));
        }
    }

    @Test
    @Order(5)
    void a_server_that_is_full_closes_like_any_other() throws IOException {
        server =
                new BlockingServer(
                        EchoOptions.defaults().withGrace(Duration.ZERO).withMaxConnections(1));
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            Expect.that(
                    "the acceptor of a full server waits for room, where it does not see that the listener is closed: close makes room for it",
                    () -> Closing.of(server).await(PATIENCE));
        }
    }

    @Test
    @Order(6)
    void a_server_that_is_full_takes_nobody_more() throws IOException {
        var listener = new SlowListener();
        server =
                new BlockingServer(
                        EchoOptions.defaults().withGrace(Duration.ofHours(1)).withMaxConnections(1),
                        listener);
        try (var client = EchoClient.connect(server.address(), PATIENCE);
                var _ = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            var closing = Closing.of(server);
            new Patience(PATIENCE).sees(listener::isClosed);
            Expect.that(
                    "the listener is closed before there is room for the acceptor: who waits in the backlog of a full server is not let in any more",
                    listener.accepts == 1,
                    () -> "one more client was accepted when close had begun");
            Expect.that("the client may finish", client::finish);
            Expect.that("close returns then", () -> closing.await(PATIENCE));
        }
    }

    @Test
    @Order(7)
    void a_client_that_is_accepted_while_close_begins_is_served() throws IOException {
        var listener = new LastMinuteListener();
        server =
                new BlockingServer(EchoOptions.defaults().withGrace(Duration.ofHours(1)), listener);
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            Expect.that(
                    "the loop accepts a client",
                    new Patience(PATIENCE).sees(() -> listener.hasClient),
                    () -> "it does not");
            var closing = Closing.of(server);
            Expect.that(
                    "threads are taken until the acceptor has ended: a client that it has just accepted would be lost, and the acceptor with it",
                    () -> client.echo(5));
            Expect.that("the client may finish", client::finish);
            Expect.that("close returns then", () -> closing.await(PATIENCE));
        }
    }

    @Test
    @Order(8)
    void close_waits_for_those_that_it_has_cut_and_so_does_a_second_call() throws IOException {
        var busy = new CountDownLatch(1);
        var mayEnd = new CompletableFuture<Void>();
        server =
                new BlockingServer(
                        EchoOptions.defaults()
                                .withGrace(Duration.ZERO)
                                .withObserver(_ -> {
                                    busy.countDown();
                                    mayEnd.join();
                                }));
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.send(5);
            Expect.that(
                    "a client is being served",
                    new Patience(PATIENCE).sees(() -> busy.getCount() == 0),
                    () -> "it is not");
            var closing = Closing.of(server);
            Expect.that(
                    "when close returns, nothing of the server runs any more: whose socket was closed may have something to finish",
                    !closing.returnsWithin(MOMENT),
                    () -> "it returned while a thread of the server was still busy");
            var second = Closing.of(server);
            Expect.that(
                    "a second call returns once the first has, and not before",
                    !second.returnsWithin(MOMENT),
                    () -> "it returned while a thread of the server was still busy");
            mayEnd.complete(null);
            Expect.that(
                    "close returns when the last thread has ended", () -> closing.await(PATIENCE));
            Expect.that("the second call does, too", () -> second.await(PATIENCE));
        } finally {
            mayEnd.complete(null);
        }
    }

    @Test
    @Order(9)
    void who_is_interrupted_closes_all_the_same() throws IOException {
        server = server(MOMENT);
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            Expect.that(
                    "an interrupt may cut the grace short; it is kept for the caller, and is no reason to leave clients and threads behind",
                    () -> Closing.whenInterrupted(server).await(PATIENCE));
            Expect.that("the client sees the end", client::expectEnd);
        }
    }

    /// A listening socket that needs its time to close: long enough for a client that waits in its backlog to be accepted.
    private static final class SlowListener extends ServerSocket {

        private volatile int accepts;

        SlowListener() throws IOException {
            super(0, 50, InetAddress.getLoopbackAddress());
        }

        @Override
        public Socket accept() throws IOException {
            var socket = super.accept();
            accepts++;
            return socket;
        }

        @Override
        public void close() throws IOException {
            if (!isClosed()) {
                new Patience(MOMENT).sees(() -> accepts > 1);
            }
            super.close();
        }
    }

    /// A listening socket that gives its client at the worst moment: when somebody has closed it and waits.
    private static final class LastMinuteListener extends ServerSocket {

        private static final EnumSet<State> WAITS =
                EnumSet.of(State.WAITING, State.TIMED_WAITING, State.TERMINATED);

        private volatile boolean hasClient;
        private volatile Thread closer;

        LastMinuteListener() throws IOException {
            super(0, 50, InetAddress.getLoopbackAddress());
        }

        @Override
        public Socket accept() throws IOException {
            var socket = super.accept();
            hasClient = true;
            new Patience(PATIENCE).sees(() -> closer != null && WAITS.contains(closer.getState()));
            return socket;
        }

        @Override
        public void close() throws IOException {
            super.close();
            closer = Thread.currentThread();
        }
    }

    private static BlockingServer server(Duration grace) throws IOException {
        return new BlockingServer(EchoOptions.defaults().withGrace(grace));
    }

    private boolean isRefused() {
        try {
            EchoClient.connect(server.address(), PATIENCE).close();
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
