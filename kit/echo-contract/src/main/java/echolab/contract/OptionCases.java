package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// The limits that everybody asks for after the first incident: to silence, and to the number of clients.
interface OptionCases extends Cases {

    Duration IDLE = Duration.ofMillis(400);

    @Case(1)
    default void a_silent_client_is_cut_after_the_idle_timeout_and_not_before() throws Exception {
        try (var server = servers().start(EchoOptions.defaults().withIdleTimeout(IDLE))) {
            again(() -> {
                var heard = System.nanoTime();
                try (var silent = servers().connect(server);
                        var quiet = servers().connect(server)) {
                    if (!isBorne(heard, quiet, () -> quiet.echo(106))) {
                        return false;
                    }
                    silent.expectEnd();
                    assertNotBefore(heard, "");
                    quiet.expectEnd();
                    return true;
                }
            });
        }
    }

    @Case(2)
    default void a_client_that_talks_now_and_then_outlives_the_idle_timeout() throws Exception {
        try (var server = servers().start(EchoOptions.defaults().withIdleTimeout(IDLE))) {
            again(() -> talksForLong(server));
        }
    }

    /// For more than twice the time-out.
    private boolean talksForLong(EchoServer server) throws IOException {
        var heard = System.nanoTime();
        try (var client = servers().connect(server)) {
            for (var turn = 0; turn < 20; turn++) {
                var speaks = System.nanoTime();
                if (!isBorne(heard, client, () -> client.echo(1))) {
                    return false;
                }
                heard = speaks;
                LockSupport.parkNanos(IDLE.toNanos() / 8);
            }
            return isBorne(heard, client, client::finish);
        }
    }

    /// A busy machine may keep a client itself from talking for so long: then it tries again.
    private static void again(Callable<Boolean> attempt) throws Exception {
        for (var left = 20; !attempt.call(); left--) {
            Expect.that(
                    "a client that talks is served",
                    left > 1,
                    () -> "each of 20 clients was cut after " + Text.of(IDLE));
        }
    }

    /// @param heard a moment before the server heard of the client last
    /// @return false when the client was cut since it was not heard of for the length of the time-out, by its own fault
    private static boolean isBorne(long heard, EchoClient client, Expect.Attempt attempt) {
        try {
            attempt.run();
            return true;
        } catch (Exception | AssertionError e) {
            assertNotBefore(heard, ": " + e.getMessage());
            client.expectEnd();
            return false;
        }
    }

    private static void assertNotBefore(long heard, String seen) {
        var millis = (System.nanoTime() - heard) / 1_000_000;
        if (millis < IDLE.toMillis()) {
            throw Text.failure(
                    "a client that was silent for %s ms was cut; the idle time-out is %s ms%s",
                    millis, IDLE.toMillis(), seen);
        }
    }

    @Case(3)
    default void beyond_the_limit_clients_wait_until_one_leaves() throws IOException {
        var options = EchoOptions.defaults().withMaxConnections(2);
        try (var server = servers().start(options);
                var first = servers().connect(server);
                var second = servers().connect(server)) {
            first.echo(1);
            second.echo(1);
            try (var third = servers().connect(server)) {
                third.send(106);
                for (var i = 0; i < 20; i++) {
                    first.echo(1);
                    LockSupport.parkNanos(10_000_000);
                }
                third.expectNothingYet("with 2 connections of at most 2, a third was served");
                first.finish();
                third.receiveAll();
                second.echo(1);
                third.finish();
            }
            second.finish();
        }
    }

    @Case(4)
    default void a_server_that_is_full_closes_like_any_other() throws IOException {
        var threads = ServerThreads.before(servers());
        var options =
                EchoOptions.defaults().withMaxConnections(1).withGrace(CloseCases.SHORT_GRACE);
        try (var server = servers().start(options);
                var first = servers().connect(server);
                var waiting = servers().connect(server)) {
            first.echo(1);
            waiting.send(1);
            servers().close(server, CloseCases.SHORT_GRACE);
            first.expectEnd();
            waiting.expectEnd();
        }
        threads.assertNoneLeft();
    }

    /// Whatever a client does is no mistake of the server, and no reason to wake anybody.
    @Case(5)
    default void a_client_that_breaks_off_or_falls_silent_is_no_warning() throws IOException {
        var step = servers().step();
        var options = EchoOptions.defaults();
        var warnings = new Warnings(step.getClass().getPackageName());
        try (warnings) {
            try (var server = step.start(options);
                    var reading = servers().connect(server);
                    var stalled = servers().connect(server)) {
                reading.echo(1);
                reading.reset();
                stalled.sendUntilStalled(100_000_000, Duration.ofMillis(50));
                stalled.reset();
                servers().close(server, options.grace());
            }
            try (var server = step.start(options.withIdleTimeout(IDLE));
                    var silent = servers().connect(server)) {
                silent.expectEnd();
                servers().close(server, options.grace());
            }
        }
        assertThat(warnings.seen())
                .as("warnings about clients that broke off or fell silent")
                .isEmpty();
    }

    /// The server waits in `write`, as for a client that has vanished while bytes were on their way to it.
    @Case(6)
    default void a_client_that_takes_nothing_is_cut_after_the_idle_timeout() throws IOException {
        var options = EchoOptions.defaults().withIdleTimeout(IDLE);
        try (var server = servers().start(options);
                var client = servers().connect(server)) {
            client.sendUntilCut();
        }
    }
}
