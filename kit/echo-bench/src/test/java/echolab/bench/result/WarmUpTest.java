package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import echolab.bench.report.HtmlPage;
import echolab.bench.report.TerminalReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/// Slices of half a second, of a server whose echoes get cheaper as a JVM's do: ever more slowly.
class WarmUpTest {

    private static final IntToDoubleFunction JVM = slice -> 6 + 20.0 / slice;

    @Test
    void what_costs_the_same_from_the_beginning_is_level_after_six_slices() {
        assertThat(WarmUp.of(slices(5, _ -> 6)).level()).isFalse();
        assertThat(WarmUp.of(slices(6, _ -> 6))).isEqualTo(new WarmUp(6000, 3_000_000_000L, true));
    }

    @Test
    void
            what_falls_ever_more_slowly_is_level_when_a_third_of_the_time_brings_less_than_3_percent() {
        var until = IntStream.iterate(6, n -> n + 1).filter(n -> WarmUp.of(slices(n, JVM)).level());

        var first = until.findFirst().orElseThrow();

        assertThat(first).isBetween(60, 100);
        assertThat(JVM.applyAsDouble(first)).as("not too early").isLessThan(6 * 1.12);
    }

    @Test
    void noise_keeps_nobody_cold_for_ever_and_a_system_that_tells_no_costs_neither() {
        var noisy = slices(12, slice -> slice % 2 == 0 ? 5.5 : 6.5);
        var unknown = slices(6, _ -> -1);

        assertThat(WarmUp.of(noisy).level()).isTrue();
        assertThat(WarmUp.of(unknown).level()).isTrue();
    }

    @Test
    void the_report_says_how_long_it_took_and_who_was_not_warm() {
        assertThat(report(Invented.run(1000, 106, 0)))
                .contains("CPU per echo was level after warm-up: from c-epoll (0 echoes in 3.0 s)")
                .contains("It still fell when the time for warm-up was up: step05 (7,000,000 ");
    }

    @Test
    void a_server_that_gets_cheaper_while_it_is_measured_is_said_to_drift() {
        var calm = new Weather(0.03, 0, 1).run(60);
        var drifting =
                calm.with(
                        calm.reference(),
                        calm.targets().stream()
                                .map(t -> t.name().equals(Weather.FIVE) ? cheaper(t) : t)
                                .toList());

        assertThat(calm.drifts()).isEmpty();
        assertThat(drifting.compared().drifts())
                .extracting(RunResult.Drift::server)
                .containsExactly(Weather.FIVE);
        assertThat(report(drifting.compared())).contains("5 % more drifted: its ratio was 1.");
    }

    @Test
    void a_curve_has_a_stage_for_each_doubling_of_the_time_under_load() {
        var stages = WarmUpCurve.of(slices(41, JVM));

        assertThat(stages)
                .extracting(WarmUpCurve.Stage::seconds)
                .containsExactly(0.5, 1.0, 2.0, 5.0, 10.0, 20.0);
        assertThat(stages.getFirst().cpuMicros().orElseThrow().median()).isEqualTo(26, within(0.1));
        assertThat(stages.getLast().cpuMicros().orElseThrow().median()).isLessThan(7);
        assertThat(stages.getFirst().p99Millis().orElseThrow().median()).isEqualTo(2, within(1e-9));
    }

    @Test
    void a_run_that_measured_the_warm_up_shows_it_and_no_ratio(@TempDir Path folder)
            throws IOException {
        var run = curve();
        var page = folder.resolve("page.html");
        HtmlPage.write(Invented.load(run), page);

        assertThat(report(run))
                .contains("from the first connection on")
                .contains("CPU µs 0.5 s 1 s 2 s 5 s 10 s step02 26.00 16.00 ")
                .contains("p99 ms 0.5 s 1 s 2 s 5 s 10 s step02 2.00 2.00 ")
                .doesNotContain("ratio");
        assertThat(page)
                .content()
                .contains("seconds under load</text>", "0.5 s: 26.00, 1 s: 16.00, ");
    }

    private static RunResult curve() {
        var target =
                new TargetResult(
                        "step02",
                        "NIO selector",
                        Optional.empty(),
                        Role.REFERENCE,
                        List.of(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Faults.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        slices(20, JVM),
                        Optional.empty());
        return new RunResult(
                1000,
                106,
                OptionalInt.empty(),
                OptionalInt.empty(),
                500,
                20,
                20,
                0,
                true,
                OptionalInt.of(0),
                Optional.empty(),
                OptionalInt.of(1),
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.of(1),
                OptionalInt.of(1),
                OptionalDouble.empty(),
                Optional.of("step02"),
                List.of(target));
    }

    private static TargetResult cheaper(TargetResult target) {
        return target.withSlices(
                target.slices().stream()
                        .map(s -> slice(s.cycle(), cost(s) * (s.cycle() > 30 ? 1 : 1.2)))
                        .toList());
    }

    private static double cost(Slice slice) {
        return slice.serverMicrosPerEcho().orElseThrow();
    }

    /// @param micros what an echo costs in a slice, 1 for the first; less than 0 when it is not known
    private static List<Slice> slices(int count, IntToDoubleFunction micros) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> slice(number, micros.applyAsDouble(number)))
                .toList();
    }

    private static Slice slice(int number, double micros) {
        var cpu =
                micros < 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.round(micros * 1000 * 1000));
        return new Slice(
                number,
                1,
                1000,
                Faults.NONE,
                500_000_000,
                cpu,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(2_000_000),
                Optional.empty());
    }

    private static String report(RunResult run) {
        return new TerminalReport(Ansi.OFF).render(Invented.load(run)).replaceAll("[ \n]+", " ");
    }
}
