package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import echolab.bench.machine.Pinning;
import echolab.bench.report.HtmlPage;
import echolab.bench.report.TerminalReport;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.JsonFile;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Slice;
import echolab.bench.result.TargetResult;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class LoopsTest {

    private static final Target ONE = target("one", "./one", ServerCommand.PORT);
    private static final Target MANY =
            target("many", "./many", ServerCommand.PORT, ServerCommand.LOOPS);

    @Test
    void who_can_be_told_how_many_loops_to_run_is_a_server_for_each_number() {
        var targets = Target.withLoops(List.of(1, 2, 4), List.of(ONE, MANY));

        assertThat(targets)
                .extracting(Target::name, Target::loops, target -> target.command().words())
                .containsExactly(
                        tuple("one", 1, List.of("./one", "{port}")),
                        tuple("many", 1, List.of("./many", "{port}", "1")),
                        tuple("many 2 loops", 2, List.of("./many", "{port}", "2")),
                        tuple("many 4 loops", 4, List.of("./many", "{port}", "4")));
        assertThat(Target.mostLoops(targets)).isEqualTo(4);
        assertThatThrownBy(() -> Target.withLoops(List.of(2), List.of(ONE)))
                .hasMessageContaining("none of these servers can be told");
    }

    @Test
    void a_report_shows_what_more_loops_bring_and_that_the_load_shares_their_CPUs(
            @TempDir Path folder) throws IOException {
        var result = MadeUp.result(twoLoops());
        var report = new TerminalReport(Ansi.OFF).render(result);

        assertThat(report)
                .containsPattern("(?m)^ +1 loop +2 loops$")
                .containsPattern("(?m)^lost +– +–$")
                .containsPattern("(?m)^many +100,000 ×1\\.00 +160,000 ×1\\.60$")
                .contains("CPUs 0, 1, in this order", "The load shares CPU 1");
        HtmlPage.write(result, folder.resolve("loops.html"));
        assertThat(Files.readString(folder.resolve("loops.html")))
                .contains("Echoes per second, over event loops", "event loops</text>");
        JsonFile.write(result, folder.resolve("loops.json"));
        assertThat(JsonFile.read(folder.resolve("loops.json"))).isEqualTo(result);
    }

    @Test
    void a_server_with_two_loops_is_its_own_limit_only_when_it_uses_two_CPUs() {
        var run = twoLoops();

        assertThat(run.target("many").flatMap(TargetResult::bottleneck))
                .as("10 µs an echo at 100,000 a second")
                .hasValue(Bottleneck.SERVER);
        assertThat(run.target("many 2 loops").flatMap(TargetResult::bottleneck))
                .as("10 µs an echo at 160,000 a second, on two CPUs")
                .hasValue(Bottleneck.NEITHER);
    }

    private static RunResult twoLoops() {
        var targets = Target.withLoops(List.of(1, 2), List.of(MANY));
        var one = measured(targets.get(0), Role.REFERENCE, 10_000_000);
        var two = measured(targets.get(1), Role.CONTESTANT, 6_250_000);
        var lost = new Target("lost 2 loops", "lost", Optional.empty(), MANY.command(), 2);
        var none = Measured.none(lost, Role.CONTESTANT, Optional.of("it ended"));
        var pinning = new Pinning(List.of(0, 1), List.of(OptionalInt.of(1)), Optional.empty());
        return new Analysis(List.of(one, two, none))
                .result(Workload.closed(10), BenchOptions.quick(), 3, 3, pinning, 1, 1);
    }

    private static Measured measured(Target target, Role role, long elapsedNanos) {
        var made = MadeUp.measured(target.name(), role, 10, 10, 10);
        return new Measured(
                target,
                role,
                made.failure(),
                made.faults(),
                made.warmUp(),
                made.cold(),
                made.slices().stream().map(slice -> lasting(slice, elapsedNanos)).toList(),
                made.latency(),
                made.residentBytes(),
                made.threads());
    }

    private static Slice lasting(Slice slice, long elapsedNanos) {
        return new Slice(
                slice.cycle(),
                slice.position(),
                slice.echoes(),
                slice.faults(),
                elapsedNanos,
                slice.serverCpuNanos(),
                slice.loadCpuNanos(),
                slice.schedule(),
                slice.interference(),
                slice.p99Nanos(),
                slice.loadsCpuNanos());
    }

    private static Target target(String name, String... words) {
        return new Target(name, name, ServerCommand.ofProgram(name, List.of(words)));
    }
}
