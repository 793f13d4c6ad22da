package echolab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.load.Figures;
import echolab.bench.load.LoadProcess;
import echolab.bench.result.Role;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Is what is reported what happened? One server that misbehaves by a known amount, one load, and no noise that could turn
/// a right answer into a wrong one:
///
/// - *Errors* are counts, and must be exact.
/// - *CPU* is compared with what the server itself counted by its thread's CPU clock. What other programs do on the machine
///   is in neither of the two.
/// - *Latency* cannot be shorter than the server's delay, whatever happens; noise can make it longer. So the lower bound is the
///   delay itself, and the upper one is of a median, which only a machine that is held up half of the time would miss.
@Timeout(60)
class MeasurementTest {

    private static final OptionalInt CLOSED = OptionalInt.empty();

    private ServerProcess server;
    private LoadProcess load;
    private Contender contender;

    @AfterEach
    void end() {
        load.close();
        server.kill();
    }

    @Test
    void aDelayIsTheLatencyOfEachEcho() throws IOException {
        begin(1, "delay=40");

        var closed = visit(600, CLOSED).latency();
        var open = visit(600, OptionalInt.of(15)).latency();

        assertThat(millis(closed, 0)).as("shortest").isGreaterThanOrEqualTo(40);
        assertThat(millis(closed, 50)).as("median, closed loop").isBetween(40.0, 60.0);
        assertThat(millis(open, 0)).as("shortest, open loop").isGreaterThanOrEqualTo(40);
        assertThat(millis(open, 50)).as("median, open loop").isBetween(40.0, 60.0);
    }

    /// Once a second the server does nothing for 200 ms. In a closed loop only the two messages that were on their way are
    /// late: two of many thousand, and p99 does not know of them. In an open loop each message that was due meanwhile is
    /// late: one in six. Late by up to 200 ms, so 99 % of all lie above 120 ms if at least half of that sixth does.
    // tag::stall[]
    @Test
    void aStallIsInTheOpenLoopsP99AndTheClosedLoopHidesIt() throws IOException {
        begin(2, "stall=200");

        var closed = visit(2400, CLOSED).latency();
        var open = visit(2400, OptionalInt.of(500)).latency();

        assertThat(closed.getTotalCount()).as("echoes of the closed loop").isGreaterThan(1000);
        assertThat(millis(closed, 99)).as("p99, closed loop").isLessThan(50);
        assertThat(millis(closed, 100)).as("maximum, closed loop").isGreaterThanOrEqualTo(195);
        assertThat(millis(open, 99)).as("p99, open loop").isGreaterThan(120);
    }

    // end::stall[]

    /// A millisecond a time: the echo itself, and what the JVM compiles meanwhile, are some per cent of that. So 15 % above;
    /// and nothing may be missing but the one echo of connecting, which is in the server's count alone.
    @Test
    void whatTheServerBurnsIsItsCpu() throws IOException {
        begin(1, "burn=1000");

        var nanos = 0L;
        for (var i = 0; i < 4; i++) {
            var visit = contender.visit(Duration.ofMillis(250), CLOSED).orElseThrow();
            nanos += visit.serverCpuNanos().orElseThrow();
        }

        assertThat((double) nanos / burntNanos()).isBetween(0.99, 1.15);
    }

    @Test
    void everyHundredthEchoThatIsSpoiltIsCountedAndNoOther() throws IOException {
        begin(10, "corrupt=100");

        var seen = visit(300, CLOSED);

        var messages = 10 + seen.echoes() + seen.faults().total();
        assertThat(seen.faults().corrupt()).isEqualTo(messages / 100).isPositive();
        assertThat(seen.faults().total()).isEqualTo(seen.faults().corrupt());
    }

    /// The first ten echoes are those of connecting; then every hundredth message ends a connection, until all ten have gone.
    @Test
    void everyConnectionThatTheServerEndsIsCounted() throws IOException {
        begin(10, "hangup=100");

        var seen = load.slice(0, Duration.ofSeconds(5), CLOSED).figures();

        assertThat(seen.faults().closed()).isEqualTo(10);
        assertThat(seen.faults().total()).isEqualTo(10);
        assertThat(seen.echoes()).isEqualTo(1000 - 10 - 10);
        assertThat(seen.open()).isZero();
    }

    /// 20 ms an echo are 50 a second at the most, on one connection. Twice as many are due: it takes twice the time.
    @Test
    void aRateThatTheServerCannotKeepIsNotReachedAndAllThatWasDueIsAccountedFor()
            throws IOException {
        begin(1, "delay=20");

        var seen = visit(500, OptionalInt.of(100));

        var schedule = seen.schedule().orElseThrow();
        assertThat(schedule.due()).isEqualTo(50);
        assertThat(seen.echoes() + schedule.unsent()).isEqualTo(50);
        assertThat(schedule.sentPerSecond()).isBetween(20.0, 51.0);
        assertThat(seen.latency().getTotalCount()).as("also of those unsent").isEqualTo(50);
        assertThat(millis(seen.latency(), 100)).as("the last waited longest").isGreaterThan(400);
    }

    @Test
    void aRateThatTheServerCanKeepIsKept() throws IOException {
        begin(10);
        visit(300, CLOSED);

        var schedule = visit(500, OptionalInt.of(2000)).schedule().orElseThrow();

        assertThat(schedule.due()).isEqualTo(1000);
        assertThat(schedule.unsent()).isZero();
        assertThat(schedule.sentPerSecond()).isBetween(1500.0, 2001.0);
    }

    private void begin(int connections, String... told) throws IOException {
        var pinning = Pinning.choose();
        var target = TestTargets.target("server", told);
        server = ServerProcess.start(target.command().under(pinning.serverPrefix()));
        load = LoadProcess.start(pinning.loadPrefix());
        contender = new Contender(0, target, Role.REFERENCE, server, load);
        contender.connect(new Workload(connections, 106, CLOSED));
    }

    private Figures visit(int millis, OptionalInt rate) throws IOException {
        return contender.visit(Duration.ofMillis(millis), rate).orElseThrow().seen().figures();
    }

    /// What the server says of itself when it ends.
    private long burntNanos() {
        server.close();
        var line = String.join("\n", server.tail());
        var said = Pattern.compile("burnt (\\d+) ns").matcher(line);
        assertThat(said.find()).as("what the server printed: %s", line).isTrue();
        return Long.parseLong(said.group(1));
    }

    private static double millis(Histogram nanos, double percent) {
        return (percent == 0 ? nanos.getMinValue() : nanos.getValueAtPercentile(percent)) / 1e6;
    }
}
