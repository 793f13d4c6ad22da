package echolab.futures;

import echolab.ChunkObserver;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final AtomicBoolean failing = new AtomicBoolean();
    private EchoServer server;

    @BeforeEach
    void start() throws IOException {
        ChunkObserver observer =
                _ -> {
                    if (failing.get()) {
                        throw new IllegalStateException("the handler failed, as the test wanted");
                    }
                };
        server =
                new FuturesServer(
                        EchoOptions.defaults().withGrace(Duration.ZERO).withObserver(observer));
    }

    @AfterEach
    void close() {
        server.close();
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

    private EchoClient connect() throws IOException {
        return EchoClient.connect(server.address(), PATIENCE);
    }
}
