package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.load.Answer;
import echolab.bench.load.LoadProcesses;
import echolab.bench.machine.Pinning;
import echolab.bench.report.TerminalReport;
import echolab.bench.result.Faults;
import echolab.bench.result.ResultSchema;
import echolab.bench.result.Role;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/// Two load processes on one server. What both saw together is held against what the server itself counted: nothing may be lost, and nothing
/// told twice.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeveralLoadsTest {

    /// On one CPU or on two, as far as [LoadProcesses] knows: `env` runs what comes behind it.
    private static final List<List<String>> SHARED = List.of(List.of(), List.of());

    private static final List<List<String>> APART = List.of(List.of(), List.of("env"));

    private static final OptionalInt CLOSED = OptionalInt.empty();
    private static final Duration SLICE = Duration.ofMillis(300);
    private static final int VISITS = 25;

    private interface Visit {
        Answer.Seen with(LoadProcesses load) throws IOException;
    }

    private record Visited(Answer.Seen seen, String said) {}

    @Test
    @Tag("stress")
    void connections_are_divided_and_each_echo_is_counted_once() throws IOException {
        var visited = visit(SHARED, 7, load -> load.slice(0, SLICE, CLOSED));

        var figures = visited.seen.figures();
        assertThat(figures.open()).isEqualTo(7);
        assertThat(figures.faults()).isEqualTo(Faults.NONE);
        assertThat(figures.latency().getTotalCount()).isEqualTo(figures.echoes());
        // one echo each when it was connected
        assertThat(visited.said)
                .contains("accepted 7, ")
                .endsWith(", read %s".formatted(7 + figures.echoes()));
    }

    @Test
    @Tag("stress")
    @EnabledOnOs(OS.LINUX)
    void the_CPU_of_each_is_told_and_of_two_CPUs_the_busier_one_counts() throws IOException {
        var shared = visit(SHARED, 6, load -> load.slice(0, SLICE, CLOSED)).seen;
        var apart = visit(APART, 6, load -> load.slice(0, SLICE, CLOSED)).seen;

        assertThat(shared.each()).hasSize(2).allMatch(nanos -> nanos > 0);
        assertThat(shared.cpuNanos()).hasValue(shared.each().get(0) + shared.each().get(1));
        assertThat(apart.each()).hasSize(2).allMatch(nanos -> nanos > 0);
        assertThat(apart.cpuNanos()).hasValue(Math.max(apart.each().get(0), apart.each().get(1)));
    }

    /// The server ends a connection at every hundredth message, of whichever process it is.
    @Test
    @Tag("stress")
    void a_connection_that_the_server_ends_is_counted_once() throws IOException {
        var visited =
                visit(
                        APART,
                        10,
                        load -> load.slice(0, Duration.ofMinutes(2), CLOSED),
                        "hangup=100");

        var figures = visited.seen.figures();
        assertThat(figures.faults()).isEqualTo(new Faults(0, 10, 0, 0));
        assertThat(figures.echoes()).isEqualTo(1000 - 10 - 10);
        assertThat(figures.open()).isZero();
    }

    /// 501 and 500 messages a second, for 2 s. A busy machine may spoil some visits.
    @Test
    @Tag("stress")
    void a_rate_is_divided_and_each_message_is_due_once() throws IOException {
        var rate = OptionalInt.of(1001);
        for (var left = VISITS; ; left--) {
            var visited = visit(APART, 5, load -> load.slice(0, Duration.ofSeconds(2), rate));
            var schedule = visited.seen.figures().schedule().orElseThrow();
            assertThat(visited.seen.figures().echoes())
                    .isEqualTo(schedule.due() - schedule.unsent());
            if (schedule.due() == 2002 || left == 1) {
                assertThat(schedule.due()).isEqualTo(2002);
                return;
            }
        }
    }

    @Test
    @Tag("stress")
    void clients_whose_connections_are_short_are_divided_too() throws IOException {
        var visited = visit(APART, 0, load -> load.churn(0, SLICE, 3));

        var echoes = visited.seen.figures().echoes();
        assertThat(visited.seen.figures().open()).isEqualTo(3);
        assertThat(visited.said)
                .contains("accepted %s, ".formatted(echoes))
                .endsWith("read " + echoes);
    }

    @Test
    void no_process_is_without_a_connection_or_a_message_a_second() {
        var options =
                TestTargets.options(1, false, List.of(), TestTargets.FEW_CYCLES, Optional.of(4));

        assertThat(loads(1, CLOSED, options)).isEqualTo(1);
        assertThat(loads(3, CLOSED, options)).isEqualTo(3);
        assertThat(loads(9, CLOSED, options)).isEqualTo(4);
        assertThat(loads(9, OptionalInt.of(2), options)).isEqualTo(2);
    }

    private static int loads(int connections, OptionalInt rate, BenchOptions options) {
        return new Workload(connections, 106, rate, false)
                .pinning(options, List.of())
                .loadCpus()
                .size();
    }

    @Test
    void the_report_names_the_CPUs_of_all() {
        assertThat(reported(3, 2))
                .contains("Servers on CPU 0, load on CPUs 3, 2 (2 load processes).");
        assertThat(reported(1, 1)).contains("Servers on CPU 0, load on CPU 1 (2 load processes).");
        assertThat(reported(3, 2)).contains("µs CPU per echo on its busiest CPU against");
    }

    private static String reported(int first, int second) {
        var cpus = List.of(OptionalInt.of(first), OptionalInt.of(second));
        var pinning = new Pinning(List.of(0), cpus, Optional.empty());
        var servers =
                List.of(
                        MadeUp.measured("step01", Role.REFERENCE, 10, 10, 10),
                        MadeUp.measured("step02", Role.CONTESTANT, 15, 15, 15));
        var load = new Workload(10, 106, CLOSED, false);
        var run = new Analysis(servers).result(load, BenchOptions.quick(), 3, 3, pinning, 2, 1);
        return new TerminalReport(Ansi.OFF).render(MadeUp.result(run)).replaceAll("\\s+", " ");
    }

    @Test
    @Tag("stress")
    @EnabledOnOs(OS.LINUX)
    void a_whole_benchmark_with_two_is_kept_with_the_CPU_time_of_each(@TempDir Path folder)
            throws IOException {
        var options =
                TestTargets.options(4, false, List.of(), TestTargets.FEW_CYCLES, Optional.of(2));
        var targets = List.of(TestTargets.target("one"), TestTargets.target("two"));

        var result = Bench.of(options, targets, List.of(), TestTargets.UNSEEN).run(_ -> {});

        var run = result.runs().getFirst();
        assertThat(run.loadProcesses()).isEqualTo(2);
        assertThat(run.loadCpus().isPresent()).isEqualTo(run.unpinned().isEmpty());
        assertThat(run.targets().getFirst().slices())
                .hasSize(4)
                .allSatisfy(slice -> assertThat(slice.loadsCpuNanos().orElseThrow()).hasSize(2));
        ResultSchema.assertKept(result, folder);
    }

    private static Visited visit(
            List<List<String>> prefixes, int connections, Visit visit, String... told)
            throws IOException {
        var target = TestTargets.target("server", told);
        var server = ServerProcess.start(target.command());
        Answer.Seen seen;
        try (var load = new LoadProcesses(prefixes)) {
            load.connect(0, server.address(), connections, 106);
            seen = visit.with(load);
        } finally {
            server.close();
        }
        return new Visited(seen, String.join("\n", server.tail()));
    }
}
