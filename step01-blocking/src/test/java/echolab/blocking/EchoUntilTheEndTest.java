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
        var connection = new Connection(socket, EchoOptions.defaults());
        conversation = Thread.ofPlatform().daemon().name("conversation").start(connection::echo);
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
    @DisplayName("the first message comes back")
    void firstMessage() {
        Expect.that("what the client sends comes back to it", () -> client.echo(5));
    }

    @Test
    @Order(2)
    @DisplayName("the second and third message come back too")
    void moreMessages() throws IOException {
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
    @DisplayName("a message longer than the buffer comes back whole")
    void longMessage() {
        Expect.that(
                "a long message arrives in pieces, and each piece goes back",
                () -> client.echo(100_000));
    }

    @Test
    @Order(4)
    @DisplayName("when the client ends its side, it sees the server end, too")
    void clientEnds() throws Exception {
        client.echo(5);
        client.shutdownOutput();
        Expect.that(
                "read returns -1 when the client has ended its side: then the loop ends and the socket is closed",
                () -> client.expectEndOfStream());
        Expect.that(
                "the method returns then: its thread has nothing left to do",
                hasEnded(),
                () -> "its thread still runs 2 s later, in state " + conversation.getState());
    }

    @Test
    @Order(5)
    @DisplayName("when the client resets the connection, the method returns as if it had ended")
    void clientResets() throws Exception {
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
    }
}
