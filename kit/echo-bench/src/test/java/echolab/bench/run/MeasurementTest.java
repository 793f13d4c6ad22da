package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.load.Figures;
import echolab.bench.load.LoadProcesses;
import echolab.bench.machine.Pinning;
import echolab.bench.result.Faults;
import echolab.bench.result.Role;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Is what is reported what happened? One server that misbehaves by a known amount, one load, and no noise that could turn
/// a right answer into a wrong one:
///
/// - *Errors* are counts, and must be exact.
/// - *CPU* lies between what the echoes burnt at least and what the system charged the server for all the while: it was
///   told so itself. What other programs do on the machine is in neither of the two.
/// - *Latency* cannot be shorter than the server's delay, whatever happens; noise makes it longer. But on one connection echoes
///   come one after the other, and together they took no longer than the visit.
/// - What only a machine with time to spare shows is looked for in several visits: a fault spoils them all.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("stress")
class MeasurementTest {

    private static final OptionalInt CLOSED = OptionalInt.empty();
    private static final Workload LOAD = new Workload(1, 106, CLOSED, false);

    /// The system charges a process in ticks of 10 ms, for its own work and for that of the kernel.
    private static final long TICKS_NANOS = TimeUnit.MILLISECONDS.toNanos(2 * 10);

    private static final int VISITS = 25;

    private ServerProcess server;
    private LoadProcesses load;
    private Contender contender;

    @AfterEach
    void end() {
        load.close();
        server.kill();
    }

    @Test
    void a_delay_is_the_latency_of_each_echo() throws IOException {
        begin(1, "delay=40");

        var began = System.nanoTime();
        var closed = visit(600, CLOSED).latency();
        var took = (System.nanoTime() - began) / 1e6;

        assertThat(millis(closed, 0)).as("shortest, closed loop").isGreaterThanOrEqualTo(40);
        assertThat(closed.getMean() / 1e6 * closed.getTotalCount())
                .as("one after the other, rounded to a thousandth")
                .isLessThan(took * 1.001);
        inSomeVisit(
                600,
                OptionalInt.of(15),
                open -> {
                    assertThat(open.latency().getTotalCount()).isEqualTo(9);
                    assertThat(millis(open.latency(), 0))
                            .as("shortest, open loop")
                            .isBetween(40.0, 60.0);
                });
    }

    /// After each thousand echoes the server does nothing for 200 ms. In a closed loop only the two messages that were on their
    /// way are late: two of a thousand, and p99 does not know of them. In an open loop each message that was due meanwhile is
    /// late: one in five. Late by up to 200 ms, so 99 % of all lie above 120 ms if at least half of that fifth does.
    // tag::stall[]
    @Test
    void a_stall_is_in_the_open_loops_p99_and_the_closed_loop_hides_it() throws IOException {
        begin(2, "stall=200");

        inSomeVisit(
                2400,
                CLOSED,
                closed -> {
                    assertThat(millis(closed.latency(), 99)).as("p99").isLessThan(120);
                    assertThat(millis(closed.latency(), 100)).as("maximum").isGreaterThan(195);
                });

        var open = visit(2400, OptionalInt.of(1000));
        assertThat(millis(open.latency(), 99)).as("p99, open loop").isGreaterThan(120);
    }

    // end::stall[]

    /// Each echo burns a millisecond of CPU at least, by the clock of the thread that does it. What a JVM does besides, above all
    /// to compile, is no less the server's CPU.
    @Test
    void what_the_server_burns_is_its_cpu() throws IOException {
        begin(1, "burn=1000");

        var nanos = 0L;
        var echoes = 0L;
        while (echoes < 1000) {
            var visit = contender.visit(Duration.ofMillis(250), LOAD).orElseThrow();
            nanos += visit.slice(1, 1).serverCpuNanos().orElseThrow();
            echoes += visit.seen().figures().echoes();
        }

        assertThat(nanos / 1e9).isBetween(echoes * 0.99e-3, (chargedNanos() + TICKS_NANOS) / 1e9);
    }

    @Test
    void every_hundredth_echo_that_is_spoilt_is_counted_and_no_other() throws IOException {
        begin(10, "corrupt=100");

        var messages = 10L;
        var faults = Faults.NONE;
        while (messages < 1000) {
            var seen = visit(300, CLOSED);
            messages += seen.echoes() + seen.faults().total();
            faults = faults.plus(seen.faults());
        }

        assertThat(faults.corrupt()).isEqualTo(messages / 100);
        assertThat(faults.total()).isEqualTo(faults.corrupt());
    }

    /// The first ten echoes are those of connecting; then every hundredth message ends a connection, until all ten have gone.
    @Test
    void every_connection_that_the_server_ends_is_counted() throws IOException {
        begin(10, "hangup=100");

        var seen = load.slice(0, Duration.ofMinutes(2), CLOSED).figures();

        assertThat(seen.faults().closed()).isEqualTo(10);
        assertThat(seen.faults().total()).isEqualTo(10);
        assertThat(seen.echoes()).isEqualTo(1000 - 10 - 10);
        assertThat(seen.open()).isZero();
    }

    /// 20 ms an echo are 50 a second at the most, on one connection. Four times as many are due, and twice the time is given.
    @Test
    void a_rate_that_the_server_cannot_keep_is_not_reached_and_all_that_was_due_is_accounted_for()
            throws IOException {
        begin(1, "delay=20");

        inSomeVisit(
                500,
                OptionalInt.of(200),
                seen -> {
                    var schedule = seen.schedule().orElseThrow();
                    assertThat(schedule.due()).isEqualTo(100);
                    assertThat(schedule.unsent()).isGreaterThanOrEqualTo(45);
                    assertThat(seen.echoes() + schedule.unsent()).isEqualTo(100);
                    assertThat(schedule.sentPerSecond()).isBetween(20.0, 51.0);
                    assertThat(seen.latency().getTotalCount()).as("also unsent").isEqualTo(100);
                    assertThat(millis(seen.latency(), 100)).as("the last").isGreaterThan(400);
                });
    }

    @Test
    void a_rate_that_the_server_can_keep_is_kept() throws IOException {
        begin(10);

        inSomeVisit(
                500,
                OptionalInt.of(2000),
                seen -> {
                    var schedule = seen.schedule().orElseThrow();
                    assertThat(schedule.due()).isEqualTo(1000);
                    assertThat(schedule.unsent()).isZero();
                    assertThat(schedule.sentPerSecond()).isBetween(1500.0, 2001.0);
                });
    }

    /// Visits until one is as it should be: a busy machine spoils some, a fault all.
    private void inSomeVisit(int millis, OptionalInt rate, Consumer<Figures> expected)
            throws IOException {
        for (var left = VISITS; ; left--) {
            try {
                expected.accept(visit(millis, rate));
                return;
            } catch (AssertionError e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private void begin(int connections, String... told) throws IOException {
        var pinning = Pinning.choose().withLoads(1);
        var target = TestTargets.target("server", told);
        server = ServerProcess.start(target.command().under(pinning.serverPrefix()));
        load = new LoadProcesses(pinning.loadPrefixes());
        contender = new Contender(0, target, Role.REFERENCE, server, load, pinning);
        contender.connect(new Workload(connections, 106, CLOSED, false));
    }

    private Figures visit(int millis, OptionalInt rate) throws IOException {
        var load = new Workload(1, 106, rate, false);
        return contender.visit(Duration.ofMillis(millis), load).orElseThrow().seen().figures();
    }

    /// What the server says of itself when it ends.
    private long chargedNanos() {
        server.close();
        var line = String.join("\n", server.tail());
        var said = Pattern.compile("charged (\\d+) ns").matcher(line);
        assertThat(said.find()).as("what the server printed: %s", line).isTrue();
        return Long.parseLong(said.group(1));
    }

    private static double millis(Histogram nanos, double percent) {
        return (percent == 0 ? nanos.getMinValue() : nanos.getValueAtPercentile(percent)) / 1e6;
    }
}
