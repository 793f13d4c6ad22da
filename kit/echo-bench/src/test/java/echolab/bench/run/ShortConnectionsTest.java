package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.load.LoadProcesses;
import echolab.bench.machine.Pinning;
import echolab.bench.report.TerminalReport;
import echolab.bench.result.Faults;
import echolab.bench.result.Role;
import echolab.bench.result.Slice;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import picocli.CommandLine.Help.Ansi;

@Timeout(600)
@Tag("stress")
@EnabledOnOs(OS.LINUX)
class ShortConnectionsTest {

    private static final Workload LOAD = new Workload(8, 106, OptionalInt.empty(), true);
    private static final Duration SLICE = Duration.ofMillis(200);

    /// A reset in place of an end would not be counted as one.
    @Test
    void each_echo_has_a_connection_of_its_own_which_the_server_sees_end() throws IOException {
        var visits = visit(3);
        for (var times = 1; times < 10 && echoes(visits) <= 24; times++) {
            visits = visit(3); // a busy machine gave it no time
        }

        var echoes = echoes(visits);
        assertThat(visits.slices()).allMatch(slice -> slice.faults().equals(Faults.NONE));
        assertThat(echoes).isGreaterThan(24);
        assertThat(visits.said()).contains("accepted %s, ended %<s".formatted(echoes));
    }

    @Test
    void what_came_back_with_other_bytes_is_counted() throws IOException {
        var visits = visit(3, "corrupt=10");

        var right = echoes(visits);
        var wrong = visits.slices().stream().mapToLong(slice -> slice.faults().corrupt()).sum();
        assertThat(wrong).isEqualTo((right + wrong) / 10);
    }

    @Test
    void a_server_that_is_gone_drops_out_and_the_others_have_a_cold_second_each()
            throws IOException {
        var targets =
                List.of(
                        TestTargets.target("plain"),
                        TestTargets.target("burn", "burn=300"),
                        TestTargets.target("die", "die=3")); // four are sent at once
        var options =
                TestTargets.options(
                        4,
                        true,
                        List.of(),
                        new BenchOptions.Length(4, SLICE, 2, OptionalDouble.empty()),
                        Optional.empty());

        var result = TestTargets.measured(options, targets);

        var run = result.runs().getFirst();
        assertThat(run.targets())
                .filteredOn(target -> target.cold().isPresent())
                .extracting(target -> target.name())
                .containsExactly("plain", "burn");
        var burn = run.targets().get(2);
        assertThat(burn.cold().orElseThrow()).as("of two processes").hasSize(2);
        assertThat(burn.slices()).extracting(Slice::cycle).containsExactly(1, 2, 3, 4);
        assertThat(run.targets().getLast().failure())
                .hasValueSatisfying(why -> assertThat(why).contains("exit code 3"));
        var said = new TerminalReport(Ansi.OFF).render(result);
        assertThat(said)
                .contains(
                        "4 short connections, 106-byte messages, 2 processes, 4 of 4",
                        "connections/s",
                        "× warm")
                .contains("CPU per connection against");
        var cold = burn.cold().orElseThrow().getFirst();
        assertThat(cold.serverMicrosPerEcho().orElseThrow()).isGreaterThan(300);
    }

    private record Visits(List<Slice> slices, String said) {}

    private static long echoes(Visits visits) {
        return visits.slices.stream().mapToLong(Slice::echoes).sum();
    }

    private static Visits visit(int times, String... told) throws IOException {
        var pinning = Pinning.choose().withLoads(1);
        var target = TestTargets.target("server", told);
        var server = ServerProcess.start(target.command().under(pinning.serverPrefix()));
        var seen = new ArrayList<Slice>();
        try (var load = new LoadProcesses(pinning.loadPrefixes())) {
            var idle = server.figures().descriptors().orElseThrow();
            var contender = new Contender(0, target, Role.REFERENCE, server, load, pinning);
            contender.connect(LOAD);
            for (var time = 1; time <= times; time++) {
                seen.add(contender.visit(SLICE, LOAD).orElseThrow().slice(time, 1));
            }
            contender.disconnect();
            while (server.figures().descriptors().orElseThrow() > idle) {
                Thread.onSpinWait(); // until it has seen the last of them end
            }
        } finally {
            server.close();
        }
        return new Visits(seen, String.join("\n", server.tail()));
    }
}
