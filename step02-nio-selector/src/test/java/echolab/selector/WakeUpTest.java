package echolab.selector;

import echolab.EchoOptions;
import echolab.contract.Closing;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How does another thread reach a loop that sleeps in `select`?
@DisplayName("Closing a loop")
@Timeout(120)
class WakeUpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private SelectorServer server;

    /// Also when a test failed before it came to `close`: the `Todo` must be the reason in any case.
    @AfterEach
    void close() {
        Closing.of(server).returnsWithin(PATIENCE);
    }

    @Test
    @Order(1)
    void a_loop_that_sleeps_is_woken_and_close_returns() throws IOException {
        server = server(Duration.ZERO);
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            awaitSleep();
            var closing = Closing.of(server);
            Expect.that(
                    "select sleeps until a channel is ready; a flag alone does not end that sleep, so close must wake the selector",
                    () -> closing.await(PATIENCE));
            Expect.that("the client sees the end", client::expectEnd);
        }
    }

    @Test
    @Order(2)
    void close_does_not_return_before_the_loop_has_ended() throws Exception {
        server = server(Duration.ofHours(1));
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            var closing = Closing.of(server);
            Expect.that(
                    "who calls close wants to know when it is over: it waits for the loop's thread, which lets clients finish",
                    !closing.returnsWithin(Duration.ofMillis(300)),
                    () -> "close returned while a client was still being served");
            Expect.that("the client may finish", client::finish);
            Expect.that("close returns once it has", () -> closing.await(PATIENCE));
        }
    }

    /// Until the loop sleeps in `select`; a loop that is on its way there would see the flag by itself.
    private static void awaitSleep() {
        Expect.that(
                "a loop with nothing to do sleeps in select",
                new Patience(PATIENCE).sees(WakeUpTest::loopsSleep),
                () -> "it was never seen there");
    }

    private static boolean loopsSleep() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("selector-loop"))
                .allMatch(thread ->
                        Stream.of(thread.getValue())
                                .anyMatch(frame -> frame.getMethodName().equals("select")));
    }

    private static SelectorServer server(Duration grace) throws IOException {
        return new SelectorServer(EchoOptions.defaults().withGrace(grace));
    }
}
