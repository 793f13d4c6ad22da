package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.report.TerminalReport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/// Servers whose processes differ, though they run one program: by three per cent, for as long as they live.
class ForksTest {

    private static final int RUNS = 200;
    private static final double PROCESSES = 0.03;
    private static final int CYCLES = 40;

    /// The interval of the cycles is about these processes. Whoever takes it for one of programs is wrong in most runs.
    @Test
    void cycles_of_one_process_tell_nothing_of_the_next() {
        var wrong = runs(1).filter(ForksTest::tellsAnEqualServerApart).count();

        assertThat(wrong).isGreaterThan(RUNS / 2);
    }

    @Test
    void where_a_process_is_a_draw_equal_programs_are_told_apart_as_rarely_as_the_level_says() {
        var wrong = runs(5).filter(ForksTest::tellsAnEqualServerApart).count();

        assertThat(wrong)
                .isLessThanOrEqualTo(
                        new BinomialDistribution(RUNS, RatioInterval.LEVEL)
                                .inverseCumulativeProbability(0.999));
    }

    @Test
    void the_interval_of_processes_holds_what_a_program_costs_in_95_of_100_runs() {
        var missed =
                runs(5).map(run -> ratio(run, Weather.FIVE))
                        .filter(ratio ->
                                1.05 < ratio.low().orElseThrow()
                                        || 1.05 > ratio.high().orElseThrow())
                        .count();

        assertThat(missed)
                .isLessThanOrEqualTo(
                        new BinomialDistribution(RUNS, RatioInterval.LEVEL)
                                .inverseCumulativeProbability(0.999));
    }

    @Test
    void three_processes_have_no_interval_and_the_report_says_why() {
        var run = new Weather(0.01, 1).forks(3, PROCESSES).run(30);

        assertThat(ratio(run, Weather.FIVE).low()).isEmpty();
        assertThat(report(run)).contains("30 of 30 cycles").contains("of too few processes");
        assertThat(ratio(new Weather(0.01, 1).forks(4, PROCESSES).run(40), Weather.FIVE).low())
                .isPresent();
    }

    @Test
    void a_run_is_precise_when_the_widest_interval_is_narrow_enough() {
        var run = new Weather(0.01, 0, 1).precision(0.02).run(40);
        var wide = new Weather(0.14, 0, 1).precision(0.02).run(40);

        assertThat(run.precise()).isTrue();
        assertThat(report(run))
                .contains("Precise enough after 40 of at most 40 cycles: no interval");
        assertThat(wide.precise()).isFalse();
        assertThat(report(wide)).contains("The time was up: after 40 cycles").contains("2 % more");
        assertThat(new Weather(0.01, 0, 1).run(40).precise()).isFalse();
    }

    /// To end when an interval is narrow is no way to find a difference where there is none: the look is at its width alone.
    @Test
    void a_run_that_ends_when_it_is_precise_tells_equal_servers_apart_no_more_often() {
        var wrong =
                IntStream.rangeClosed(1, RUNS)
                        .mapToObj(seed -> new Weather(0.03, seed).precision(0.02).run(120))
                        .filter(run -> tellsAnEqualServerApart(atItsEnd(run)))
                        .count();

        assertThat(wrong)
                .isLessThanOrEqualTo(
                        new BinomialDistribution(RUNS, RatioInterval.LEVEL)
                                .inverseCumulativeProbability(0.999));
    }

    /// As much of it as there would have been.
    private static RunResult atItsEnd(RunResult run) {
        return IntStream.iterate(10, cycles -> cycles < 120, cycles -> cycles + 10)
                .mapToObj(cycles -> until(cycles, run))
                .filter(RunResult::precise)
                .findFirst()
                .orElse(run);
    }

    private static RunResult until(int cycles, RunResult run) {
        var targets =
                run.targets().stream()
                        .map(t -> t.withSlices(t.slices().subList(0, cycles)))
                        .toList();
        return run.with(run.reference(), targets).compared();
    }

    private static Stream<RunResult> runs(int forks) {
        return IntStream.rangeClosed(1, RUNS)
                .mapToObj(seed -> new Weather(0.01, seed).forks(forks, PROCESSES).run(CYCLES));
    }

    private static boolean tellsAnEqualServerApart(RunResult run) {
        return IntStream.range(0, Weather.EQUAL)
                .anyMatch(number -> ratio(run, Weather.equal(number)).apart());
    }

    private static RatioInterval ratio(RunResult run, String server) {
        return run.targets().stream()
                .filter(target -> target.name().equals(server))
                .findFirst()
                .flatMap(target -> target.summary().flatMap(Summary::ratio))
                .orElseThrow();
    }

    private static String report(RunResult run) {
        return new TerminalReport(Ansi.OFF).render(Invented.load(run)).replaceAll("\\s+", " ");
    }
}
