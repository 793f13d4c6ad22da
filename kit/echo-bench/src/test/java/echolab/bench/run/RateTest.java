package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.bench.machine.Machine;
import echolab.bench.report.TerminalReport;
import echolab.bench.result.LatencyGoal;
import echolab.bench.result.RateResult;
import echolab.bench.result.RateTarget;
import echolab.bench.result.RateTrial;
import echolab.bench.result.ResultSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/// The search for the highest rate at which a latency stays below a limit.
class RateTest {

    private static final LatencyGoal GOAL = LatencyGoal.parse("p99<1ms");

    /// So often is looked for a rate at which a load generator was in time, which takes a CPU.
    private static final int TIMES = 10;

    @ParameterizedTest
    @CsvSource({"p99<1ms,99,1", "p50 < 250us,50,0.25", "p99.9<0.5s,99.9,500", "p99<20µs,99,0.02"})
    void a_goal_is_a_percentile_and_a_time(String words, double percent, double millis) {
        assertThat(LatencyGoal.parse(words)).isEqualTo(new LatencyGoal(percent, millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p99", "99<1ms", "p99<1", "p99<0ms", "p0<1ms", "p999<1ms", "mean<1ms"})
    void what_is_no_goal_is_refused_with_an_example(String words) {
        assertThatThrownBy(() -> LatencyGoal.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--find-rate 'p99<1ms'");
    }

    @Test
    void the_best_rate_is_the_highest_that_was_kept_and_met_the_goal() {
        assertThat(target(trial(100, 0.5, true), trial(300, 0.9, true), trial(200, 0.5, true)))
                .extracting(target -> target.best(GOAL).orElseThrow().perSecond())
                .isEqualTo(300);
        assertThat(target(trial(100, 0.5, true), trial(300, 0.9, false), trial(200, 1.0, true)))
                .extracting(target -> target.best(GOAL).orElseThrow().perSecond())
                .isEqualTo(100);
        assertThat(target(trial(300, 1, true)).best(GOAL)).isEmpty();
    }

    @Test
    void the_report_says_what_it_was_like_there_and_blames_no_server_for_a_late_generator() {
        var late = new RateTrial(600, 1.5, true, 0.8, OptionalDouble.of(9));
        var said = report(target(trial(500, 0.75, true), late));

        assertThat(said)
                .contains("The highest rate with p99 < 1 ms, 10 connections, 106-byte messages")
                .containsPattern("step02 +500 +50 +0\\.75 +8\\.00 +1,000")
                .contains("step02: the load generator itself was late");
        assertThat(report(target(trial(500, 1.75, true))))
                .contains("none found")
                .doesNotContain("itself was late");
    }

    @Test
    void a_result_is_read_as_it_was_written(@TempDir Path folder) throws IOException {
        ResultSchema.assertKept(result(target(trial(100, 0.5, true))), folder);
    }

    /// Whoever takes 20 ms an echo meets no goal of 10, and whoever takes none meets one of a minute at some rate. On a machine that
    /// has no time for either, the closed loop may have been slower than the lowest rate that is tried.
    @Test
    @Tag("stress")
    @Timeout(600)
    void a_rate_is_found_where_there_is_one_and_none_where_there_is_none() throws IOException {
        var slow = found("p50<10ms", "delay=20").targets().getFirst();
        var goal = LatencyGoal.parse("p50<60s");
        RateTarget quick;
        var times = 0;
        do {
            quick = found("p50<60s").targets().getFirst();
            times++;
        } while (times < TIMES && quick.best(goal).isEmpty());

        assertThat(slow.trials()).hasSize(7).allMatch(trial -> trial.millis() > 19);
        assertThat(slow.best(LatencyGoal.parse("p50<10ms"))).isEmpty();
        assertThat(quick.trials()).hasSize(7);
        var best = quick.best(goal);
        assertThat(best).as("of %s, the last of %d times", quick.trials(), TIMES).isPresent();
        assertThat((double) best.get().perSecond())
                .isLessThanOrEqualTo(Math.max(RateRun.LEAST_PER_SECOND, quick.mostPerSecond()));
        assertThat(best.get().millis()).isPositive();
    }

    @Test
    @Tag("stress")
    @Timeout(600)
    void a_server_that_dies_is_told_of() throws IOException {
        var result = found("p99<1ms", "die=100");

        assertThat(result.lostServer()).isTrue();
        assertThat(new TerminalReport(Ansi.OFF).render(result)).contains("failed", "exit code 3");
    }

    private static RateResult found(String goal, String... told) throws IOException {
        var targets = List.of(TestTargets.target("server", told));
        return Bench.of(
                        TestTargets.TINY,
                        LatencyGoal.parse(goal),
                        targets,
                        List.of(),
                        TestTargets.UNSEEN)
                .run(_ -> {});
    }

    private static RateTrial trial(int rate, double millis, boolean kept) {
        return new RateTrial(rate, millis, kept, 0.1, OptionalDouble.of(8));
    }

    private static RateTarget target(RateTrial... trials) {
        return new RateTarget(
                "step02",
                "NIO selector",
                Optional.empty(),
                List.of("java"),
                Optional.empty(),
                1000,
                List.of(trials));
    }

    private static RateResult result(RateTarget target) {
        return new RateResult(
                RateResult.VERSION,
                RateResult.KIND,
                "2026-01-01T00:00:00Z",
                List.of("./lab", "bench"),
                Machine.here(),
                Optional.empty(),
                GOAL,
                10,
                106,
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(target));
    }

    private static String report(RateTarget target) {
        return new TerminalReport(Ansi.OFF).render(result(target)).replaceAll("\\s+", " ");
    }
}
