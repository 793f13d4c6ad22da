package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The process, when the system treats it badly: stopped, short of descriptors, told to end.
interface ProcessCases extends Cases {

    @Case(1)
    default void what_is_sent_while_the_process_is_stopped_comes_back_when_it_goes_on()
            throws IOException {
        var address = servers().child().address();
        try (var old = servers().connect(address)) {
            old.echo(106);
            try (var stopped = servers().stop();
                    var young = servers().connect(address)) {
                old.send(100_000);
                young.send(1_000);
                stopped.goOn();
                old.finish();
                young.finish();
            }
        }
    }

    @Tag("stress")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    @Case(2)
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

    /// Times in which nobody was served.
    private static void assertRests(ServerProcess child, Crowd crowd) throws IOException {
        Rest.expect(
                child,
                "while it waited for a descriptor",
                () -> {
                    var waiting = crowd.waiting();
                    crowd.receiveUntilStill(Rest.MOMENT);
                    return crowd.waiting() == waiting;
                });
    }

    private void serveInTurns(ServerProcess child, Crowd crowd) throws IOException {
        while (crowd.waiting() > 0) {
            var waiting = crowd.waiting();
            crowd.closeServed();
            while (crowd.waiting() == waiting) {
                if (!crowd.receive(servers().patience())) {
                    throw Text.failure(
                            "clients left, but none of the %s that wait was served within %s; the server printed %s",
                            waiting, Text.of(servers().patience()), child.tail());
                }
            }
        }
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    @Case(3)
    @DisplayName("SIGTERM ends the process, within its grace when a client stays")
    default void sigterm() throws IOException {
        try (var child = ServerProcess.start(servers().command("--grace", "1"));
                var client = servers().connect(child.address())) {
            client.echo(1);
            var begun = System.nanoTime();
            child.signal("TERM");
            if (servers().hasOptions()) {
                CloseCases.assertServedFor(Duration.ofSeconds(1), begun, client);
            }
            Patience.until(
                    servers().patience().multipliedBy(4),
                    () -> !child.isAlive(),
                    () -> "SIGTERM came, the grace of 1 s is over, and the process still runs");
            client.expectEnd();
        }
    }
}
