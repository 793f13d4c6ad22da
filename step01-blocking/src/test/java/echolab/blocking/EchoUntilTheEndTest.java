package echolab.blocking;

import echolab.EchoOptions;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does one connection echo until its client ends? Without a server: a client, a socket, and the [Connection] between.
@DisplayName("One connection")
@Timeout(120)
class EchoUntilTheEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicReference<Throwable> escaped = new AtomicReference<>();
    private EchoClient client;
    private Socket socket;
    private Thread conversation;

    @BeforeEach
    void connect() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            client =
                    EchoClient.connect(
                            (InetSocketAddress) listener.getLocalSocketAddress(), PATIENCE);
            socket = listener.accept();
        }
        var connection = new Connection(socket, EchoOptions.defaults().withObserver(this::read));
        conversation =
                Thread.ofPlatform()
                        .daemon()
                        .name("conversation")
                        .uncaughtExceptionHandler((_, thrown) -> escaped.set(thrown))
                        .start(connection::echo);
    }

    private void read(int bytes) {
        readers.add(Thread.currentThread());
        if (failing.get()) {
            throw new IllegalStateException("the handler failed, as the test wanted");
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        socket.close();
    }

    private boolean hasEnded() {
        return new Patience(PATIENCE).sees(() -> !conversation.isAlive());
    }

    @Test
    @Order(1)
    void the_first_message_comes_back() {
        Expect.that("what the client sends comes back to it", () -> client.echo(5));
    }

    @Test
    @Order(2)
    void the_second_and_third_message_come_back_too() throws IOException {
        client.echo(5);
        Expect.that(
                "after a message the server waits for the next one, until the client ends",
                () -> {
                    client.echo(5);
                    client.echo(5);
                });
    }

    @Test
    @Order(3)
    void a_message_longer_than_the_buffer_comes_back_whole() {
        Expect.that(
                "a long message arrives in pieces, and each piece goes back",
                () -> client.echo(100_000));
    }

    @Test
    @Order(4)
    void when_the_client_ends_its_side_it_sees_the_server_end_too() throws Exception {
        client.echo(5);
        client.shutdownOutput();
        Expect.that(
                "read returns -1 when the client has ended its side: then the loop ends and the socket is closed",
                () -> client.expectEndOfStream());
        Expect.that(
                "the method returns then: its thread has nothing left to do",
                hasEnded(),
                () -> "its thread still runs 2 s later, in state " + conversation.getState());
        Expect.that(
                "the socket is closed then, not only one of its two directions",
                socket.isClosed(),
                () -> "the socket is still open: its descriptor is lost");
        expectNothingThrown(
                "-1 is no count: it is not written, and the method returns without an exception");
    }

    @Test
    @Order(5)
    void when_the_client_resets_the_connection_the_method_returns_as_if_it_had_ended()
            throws Exception {
        client.echo(5);
        client.reset();
        Expect.that(
                "a broken connection is no reason to go on: the method returns, and closes the socket",
                hasEnded() && socket.isClosed(),
                () ->
                        conversation.isAlive()
                                ? "its thread still runs 2 s later, in state "
                                        + conversation.getState()
                                : "the method returned, but the socket is still open: its descriptor is lost");
        expectNothingThrown(
                "a client that breaks off is no failure of the server: the method returns without an exception");
    }

    @Test
    @Order(6)
    void when_the_handler_fails_the_socket_is_closed_all_the_same() throws Exception {
        client.echo(5);
        failing.set(true);
        client.send(5);
        Expect.that(
                "a catch of IOException is not reached by what a handler throws; the socket is closed however its block is left",
                hasEnded() && socket.isClosed(),
                () ->
                        conversation.isAlive()
                                ? "its thread still runs 2 s later"
                                : "the method was left, but the socket is still open");
    }

    @Test
    @Order(7)
    void a_client_may_be_silent_for_hours() throws Exception {
        client.echo(5);
        var limit = socket.getSoTimeout();
        Expect.that(
                "read waits for bytes, however long that takes: the options know of no time-out",
                limit == 0,
                () -> "a read gives up after %s ms".formatted(limit));
        Expect.that(
                "the whole conversation is held by the thread that called the method",
                readers.equals(Set.of(conversation)),
                () -> "bytes were read by " + readers);
    }

    private void expectNothingThrown(String expectation) {
        Expect.that(expectation, escaped.get() == null, () -> "it threw " + escaped.get());
    }
}
