package echolab.futures;

import echolab.EchoOptions;
import echolab.contract.Closing;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.contract.Warnings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does every conversation end with its connection closed, however it ends? A handler that fails when the test wants it to.
@DisplayName("The end of a conversation")
@Timeout(120)
class ConversationEndsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int READ_BUFFER = 7;

    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicInteger longestRead = new AtomicInteger();
    private FuturesServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FuturesServer(options().withGrace(Duration.ZERO));
    }

    private EchoOptions options() {
        return EchoOptions.defaults()
                .withReadBufferSize(READ_BUFFER)
                .withObserver(bytes -> {
                    longestRead.accumulateAndGet(bytes, Math::max);
                    if (failing.get()) {
                        throw new IllegalStateException("the handler failed, as the test wanted");
                    }
                });
    }

    /// In the background, because a loop that a mistake has blocked does not end.
    @AfterEach
    void close() {
        Closing.of(server).returnsWithin(PATIENCE);
    }

    @Test
    @Order(1)
    void a_client_is_served_for_as_long_as_it_likes() throws IOException {
        try (var client = connect()) {
            Expect.that(
                    "the connection stays open until the conversation's future is complete",
                    () -> {
                        client.echo(5);
                        client.echo(5);
                    });
        }
    }

    @Test
    @Order(2)
    void when_the_client_ends_its_side_it_sees_the_server_end_too() throws IOException {
        try (var client = connect()) {
            client.echo(5);
            Expect.that("a conversation that is complete closes its connection", client::finish);
        }
    }

    @Test
    @Order(3)
    void when_the_conversation_fails_its_connection_is_closed_all_the_same() throws IOException {
        try (var client = connect()) {
            client.echo(5);
            failing.set(true);
            client.send(5);
            Expect.that(
                    "thenAccept and thenRun are left out when a future fails; what must happen in any case hangs on whenComplete or handle",
                    client::expectEnd);
        }
    }

    @Test
    @Order(4)
    void when_one_conversation_fails_the_others_go_on() throws IOException {
        try (var client = connect();
                var other = connect()) {
            other.echo(5);
            failing.set(true);
            client.send(5);
            client.expectEnd();
            failing.set(false);
            Expect.that("a failure ends its own connection and no other", () -> other.echo(5));
        }
    }

    @Test
    @Order(5)
    void a_conversation_is_noted_for_as_long_as_it_lasts_and_no_longer() throws IOException {
        try (var client = connect();
                var other = connect()) {
            client.echo(5);
            other.echo(5);
            Expect.that(
                    "who waits for room, or closes the server, looks for the conversations in their note",
                    noted() == 2,
                    () -> "two clients are served, and %s are noted".formatted(noted()));
            client.finish();
            Expect.that(
                    "a conversation that is over is forgotten, and no other: its place is free for the next client",
                    new Patience(PATIENCE).sees(() -> noted() == 1),
                    () -> "one client of two is left, and %s are noted".formatted(noted()));
        }
    }

    @Test
    @Order(6)
    void a_conversation_is_noted_with_a_future_that_is_complete_when_it_is_over()
            throws IOException {
        server.close();
        server = new FuturesServer(options().withGrace(Duration.ofHours(1)));
        try (var client = connect()) {
            client.echo(5);
            var closing = Closing.of(server);
            Expect.that(
                    "close finds the conversation in its note, and waits for its future",
                    !closing.returnsWithin(Duration.ofMillis(300)),
                    () -> "close returned while a client was still being served");
            Expect.that("the client may finish", client::finish);
            Expect.that(
                    "the future that was noted is complete when the conversation is over",
                    () -> closing.await(PATIENCE));
        }
    }

    @Test
    @Order(7)
    void a_conversation_that_fails_is_reported_and_one_that_ends_well_is_not() throws IOException {
        var threads = new CopyOnWriteArrayList<String>();
        var log = Logger.getLogger(FuturesServer.class.getName());
        log.setFilter(_ -> threads.add(Thread.currentThread().getName()));
        try (var warnings = new Warnings(log.getName());
                var client = connect();
                var other = connect()) {
            client.echo(5);
            client.finish();
            failing.set(true);
            other.send(5);
            other.expectEnd();
            Expect.that(
                    "report is told of the failure, or of null when there is none: of two conversations the one whose handler failed is in the log",
                    new Patience(PATIENCE).sees(() -> !warnings.seen().isEmpty())
                            && warnings.seen().size() == 1,
                    () -> "%s warnings: %s".formatted(warnings.seen().size(), warnings.seen()));
            Expect.that(
                    "what hangs on a future of the loop runs in the loop's thread; any other would meet it in the map",
                    threads.equals(List.of("future-loop")),
                    () -> "the end was reported by the thread " + threads);
        } finally {
            log.setFilter(null);
        }
    }

    @Test
    @Order(8)
    void a_conversation_that_begins_means_that_accepting_works() throws IOException {
        onLoop(() -> server.failing = true);
        try (var client = connect()) {
            client.echo(5);
            Expect.that(
                    "failing is false from the moment on at which a client is served, or the next trouble is not logged",
                    !onLoop(() -> server.failing),
                    () -> "a client is served, and failing is still true");
        }
    }

    @Test
    @Order(9)
    void a_conversation_has_a_buffer_of_the_size_that_the_options_say() throws IOException {
        try (var client = connect()) {
            Expect.that("a long message comes back in pieces", () -> client.echo(100));
            Expect.that(
                    "the options' observer is told of each read, none longer than the options' buffer, here of 7 bytes",
                    longestRead.get() > 0 && longestRead.get() <= READ_BUFFER,
                    () -> "the longest read that it was told of had %s".formatted(longestRead));
        }
    }

    private int noted() {
        return onLoop(server.conversations::size);
    }

    /// In the thread of the loop, for which nobody waits without end: a mistake may have blocked it.
    private <T> T onLoop(Supplier<T> look) {
        var seen = CompletableFuture.supplyAsync(look, server.loop);
        Patience.until(PATIENCE, seen::isDone, () -> "the loop is busy with something else");
        return seen.join();
    }

    private EchoClient connect() throws IOException {
        return EchoClient.connect(server.address(), PATIENCE);
    }
}
