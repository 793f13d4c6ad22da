package echolab.blocking;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the server take in every client that comes, for as long as it listens?
@DisplayName("The accept loop")
@Timeout(120)
class AcceptTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private EchoServer server;

    @BeforeEach
    void start() throws IOException {
        server = new BlockingServer(EchoOptions.defaults().withGrace(Duration.ZERO));
    }

    /// In the background, because how it closes is tested elsewhere.
    @AfterEach
    void close() {
        Thread.ofVirtual().start(server::close);
    }

    @Test
    @Order(1)
    void a_client_is_served() throws IOException {
        try (var client = connect()) {
            Expect.that(
                    "a client that connects is accepted and gets its echo", () -> client.echo(5));
        }
    }

    @Test
    @Order(2)
    void a_second_client_is_served_while_the_first_one_is_still_there() throws IOException {
        try (var first = connect();
                var second = connect()) {
            first.echo(5);
            Expect.that(
                    "after one client the loop accepts the next one, and waits for none of them",
                    () -> second.echo(5));
            Expect.that("the first client is served still", () -> first.echo(5));
        }
    }

    @Test
    @Order(3)
    void a_hundred_clients_that_come_one_after_the_other_are_served() {
        Expect.that(
                "the loop goes on for as long as the listener is open",
                () -> {
                    for (var i = 0; i < 100; i++) {
                        try (var client = connect()) {
                            client.echo(5);
                            client.finish();
                        }
                    }
                });
    }

    private EchoClient connect() throws IOException {
        return EchoClient.connect(server.address(), PATIENCE);
    }
}
