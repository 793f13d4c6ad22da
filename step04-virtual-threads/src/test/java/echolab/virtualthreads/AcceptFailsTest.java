package echolab.virtualthreads;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.contract.Warnings;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How does the loop that accepts bear failures? As that of step 01 does.
@DisplayName("The accept loop")
@Timeout(120)
class AcceptFailsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private EchoServer server;

    /// In the background, because how it closes is tested elsewhere.
    @AfterEach
    void close() {
        Thread.ofVirtual().start(server::close);
    }

    @Test
    void after_an_accept_that_failed_the_loop_waits_a_moment_and_tries_again() throws IOException {
        var listener = restart(new FailingListener().fails(3));
        try (var client = connect()) {
            Expect.that(
                    "a failure of accept is no end: a client that comes after three of them is served",
                    () -> client.echo(5));
        }
        Expect.that(
                "after each failure the loop pauses: tried at once it fails again, and burns a whole CPU until somebody leaves",
                listener.retriesAtOnce() == 0,
                () ->
                        "of 3 tries after a failure, %s came without a pause"
                                .formatted(listener.retriesAtOnce()));
    }

    @Test
    void of_accepts_that_fail_one_after_the_other_the_first_is_logged() throws IOException {
        try (var warnings = new Warnings(VirtualThreadsServer.class.getName())) {
            restart(new FailingListener().fails(3).fails(2));
            for (var i = 1; i <= 2; i++) {
                try (var client = connect()) {
                    Expect.that(
                            "a client that comes after failures is served", () -> client.echo(5));
                }
            }
            Expect.that(
                    "whoever reads the log is told once of each time of trouble: 3 failures, a client, 2 failures, a client are 2 times",
                    warnings.seen().size() == 2,
                    () ->
                            "%s lines were logged: %s"
                                    .formatted(warnings.seen().size(), warnings.seen()));
        }
    }

    @Test
    void once_the_listener_is_closed_the_loop_ends() throws IOException {
        var listener = restart(new FailingListener());
        Expect.that(
                "the loop calls accept",
                new Patience(PATIENCE).sees(() -> listener.acceptor() != null),
                () -> "it did not");

        listener.close();

        Expect.that(
                "who closes the listener wants the loop to end, and its thread with it",
                new Patience(PATIENCE).sees(() -> !listener.acceptor().isAlive()),
                () -> "its thread is still there");
    }

    private FailingListener restart(FailingListener listener) {
        server =
                new VirtualThreadsServer(EchoOptions.defaults().withGrace(Duration.ZERO), listener);
        return listener;
    }

    private EchoClient connect() throws IOException {
        return EchoClient.connect(server.address(), PATIENCE);
    }
}
