package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.process.Digits;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Does the process behave when the system treats it badly: stopped, short of descriptors, told to end?
interface ProcessCases extends Cases {

    double REST = 0.25;
    int LOOKS = 5;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    @Order(1)
    default void what_is_sent_while_the_process_is_stopped_comes_back_when_it_goes_on()
            throws IOException {
        var child = servers().child();
        try (var old = servers().connect(child.address())) {
            old.echo(106);
            child.signal("STOP");
            old.send(100_000);
            try (var young = servers().connect(child.address())) {
                young.send(1_000);
                child.signal("CONT");
                old.finish();
                young.finish();
            }
        } finally {
            child.signal("CONT");
        }
    }

    @Test
    @Tag("stress")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    @Order(2)
    @DisplayName("with 64 descriptors it serves some, rests, and serves the rest later")
    default void descriptor_exhaustion() throws IOException {
        var command = servers().command().withDescriptorLimit(64);
        try (var child = ServerProcess.start(command);
                var old = servers().connect(child.address());
                var crowd = crowdThatIsTooLarge(child, old)) {
            assertRests(child, crowd);
            old.echo(106);
            serveInTurns(child, crowd);
            old.finish();
        }
    }

    private Crowd crowdThatIsTooLarge(ServerProcess child, EchoClient old) throws IOException {
        old.echo(106);
        var crowd = Crowd.connect(child.address(), 80, servers().patience());
        crowd.send(1);
        crowd.receive(servers().patience());
        assertThat(crowd.waiting())
                .as(
                        "clients of 80 that are not served, when the server has 64 descriptors; it printed %s",
                        child.tail())
                .isBetween(16, 79);
        old.echo(106);
        return crowd;
    }

    /// CPU time, and not of a second but beside a thread that takes all it can get: on a busy machine that is little. The best of
    /// some times in which nobody was served, since a JVM may have something to compile in one. A server that tries accept
    /// again and again gets as much as that thread in each.
    private void assertRests(ServerProcess child, Crowd crowd) throws IOException {
        var least = Double.MAX_VALUE;
        for (var looks = 0; looks < LOOKS && least >= REST; ) {
            var waiting = crowd.waiting();
            var share = shareOfABusyThread(child, crowd);
            if (crowd.waiting() == waiting) {
                least = Math.min(least, share);
                looks++;
            }
        }
        if (least >= REST) {
            throw new AssertionError(
                    Digits.in(
                            "while it waited for a descriptor, the server used %.0f %% of what a thread that never rests used; %.0f %% are allowed",
                            100 * least, 100 * REST));
        }
    }

    private static double shareOfABusyThread(ServerProcess child, Crowd crowd) throws IOException {
        var before = Linux.figure("CPU time", child.figures().cpuNanos());
        try (var busy = new BusyThread()) {
            crowd.receiveUntilStill(Duration.ofSeconds(1));
            var used = child.figures().cpuNanos().orElseThrow() - before;
            return (double) used / busy.cpuNanos();
        }
    }

    private void serveInTurns(ServerProcess child, Crowd crowd) throws IOException {
        while (crowd.waiting() > 0) {
            var waiting = crowd.waiting();
            crowd.closeServed();
            while (crowd.waiting() == waiting) {
                if (!crowd.receive(servers().patience())) {
                    throw new AssertionError(
                            "clients left, but none of the %s that wait was served within %s; the server printed %s"
                                    .formatted(
                                            waiting, Text.of(servers().patience()), child.tail()));
                }
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    @Order(3)
    @DisplayName("SIGTERM ends the process, within its grace when a client stays")
    default void sigterm() throws IOException {
        try (var child = ServerProcess.start(servers().command("--grace", "0.3"));
                var client = servers().connect(child.address())) {
            client.echo(1);
            child.signal("TERM");
            child.awaitExit(Duration.ofMinutes(1));
            client.expectEnd();
        }
    }
}
