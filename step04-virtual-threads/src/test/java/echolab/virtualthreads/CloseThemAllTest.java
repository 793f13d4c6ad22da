package echolab.virtualthreads;

import echolab.EchoOptions;
import echolab.contract.Closing;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does `close` reach a virtual thread that waits, and give it its time before?
@DisplayName("Closing")
@Timeout(120)
class CloseThemAllTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofMillis(900);

    private VirtualThreadsServer server;

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
                    !closing.returnsWithin(Duration.ofMillis(300)),
                    () -> "it returned while the client was still there");
            Expect.that(
                    "during the grace nobody else can connect: the listener is closed first",
                    isRefused(),
                    () -> "a client could still connect");
            Expect.that("the client may finish", client::finish);
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
                    "after the grace the threads that are left are interrupted: a virtual thread that waits for a socket hears that",
                    () -> closing.await(PATIENCE));
            Expect.that("the client sees the end", client::expectEnd);
        }
    }

    @Test
    @Order(4)
    void the_grace_is_kept_to_the_millisecond_that_was_asked_for() throws IOException {
        server = server(GRACE);
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            var begin = System.nanoTime();
            var closing = Closing.of(server);
            Expect.that("the client sees the end", client::expectEnd);
            var lasted = Duration.ofNanos(System.nanoTime() - begin);
            Expect.that(
                    "a client may stay for the whole grace, here 900 ms",
                    lasted.compareTo(GRACE) >= 0,
                    () -> "it was cut after %s ms".formatted(lasted.toMillis()));
            closing.await(PATIENCE);
        }
    }

    @Test
    @Order(5)
    void close_waits_for_those_that_it_has_interrupted() throws Exception {
        var busy = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        server =
                new VirtualThreadsServer(
                        EchoOptions.defaults()
                                .withGrace(Duration.ZERO)
                                .withObserver(_ -> {
                                    busy.countDown();
                                    awaitUninterruptibly(mayEnd);
                                }));
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.send(5);
            Expect.that(
                    "a client is being served",
                    new Patience(PATIENCE).sees(() -> busy.getCount() == 0),
                    () -> "it is not");
            var closing = Closing.of(server);
            Expect.that(
                    "when close returns, nothing of the server runs any more: who was interrupted may have something to finish",
                    !closing.returnsWithin(Duration.ofMillis(300)),
                    () -> "it returned while a thread of the server was still busy");
            mayEnd.countDown();
            Expect.that(
                    "close returns when the last thread has ended", () -> closing.await(PATIENCE));
        } finally {
            mayEnd.countDown();
        }
    }

    @Test
    @Order(6)
    void a_client_that_is_accepted_while_close_begins_is_served() throws IOException {
        var listener = new LateListener();
        server =
                new VirtualThreadsServer(
                        EchoOptions.defaults().withGrace(Duration.ofHours(1)), listener);
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            Expect.that(
                    "the loop accepts a client",
                    new Patience(PATIENCE).sees(listener::hasClient),
                    () -> "it does not");
            var closing = Closing.of(server);
            Expect.that(
                    "threads are taken until the acceptor has ended: a client that it has just accepted would be lost, and the acceptor with it",
                    () -> client.echo(5));
            Expect.that("the client may finish", client::finish);
            Expect.that("close returns then", () -> closing.await(PATIENCE));
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        var interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static VirtualThreadsServer server(Duration grace) throws IOException {
        return new VirtualThreadsServer(EchoOptions.defaults().withGrace(grace));
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
