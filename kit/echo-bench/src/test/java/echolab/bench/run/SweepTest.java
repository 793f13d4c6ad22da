package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import echolab.bench.report.TerminalReport;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class SweepTest {

    @Test
    void there_is_a_run_for_each_combination_in_the_order_in_which_they_were_named() {
        var options =
                new BenchOptions(
                        List.of(1, 10),
                        List.of(106, 1024),
                        List.of(),
                        false,
                        List.of(),
                        TestTargets.FEW_CYCLES,
                        BenchOptions.quick().warmUp(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(options.workloads())
                .extracting(Workload::connections, Workload::payload)
                .containsExactly(tuple(1, 106), tuple(1, 1024), tuple(10, 106), tuple(10, 1024));
    }

    @Test
    void several_runs_are_shown_side_by_side() {
        var table = table(run(1, 106, 10, 15), run(1000, 106, 20, 25));

        assertThat(table)
                .contains("its ratio to step01, by connections")
                .containsPattern("(?m)^ +1 +1,000$")
                .containsPattern("(?m)^step01 +10\\.00 +20\\.00 *$")
                .containsPattern("(?m)^step02 +15\\.00 =1\\.50 +25\\.00 =1\\.25 *$");
    }

    @Test
    void columns_say_against_whom_where_the_reference_dropped_out_of_a_run() {
        var lost =
                MadeUp.run(
                        new Workload(1, 65_536, OptionalInt.empty(), false),
                        MadeUp.measured("step01", Role.REFERENCE),
                        MadeUp.measured("step02", Role.CONTESTANT, 25));

        assertThat(table(run(1, 106, 10, 15), lost))
                .contains("its ratio to the server named, by bytes")
                .containsPattern("(?m)^ +106 to step01 +65,536 to step02$");
        assertThat(table(run(1, 106, 10, 15))).contains("ratio to step01");
    }

    @Test
    void one_run_has_nothing_to_compare() {
        assertThat(table(run(1, 106, 10, 15))).doesNotContain("an echo, and its ratio");
    }

    @Test
    void seven_runs_stay_within_eighty_columns() {
        var runs =
                IntStream.of(1, 10, 100, 1000, 5000, 10_000, 20_000)
                        .mapToObj(connections -> run(connections, 65_536, 140.5, 1140.5))
                        .toArray(RunResult[]::new);

        assertThat(table(runs).lines().dropWhile(line -> !line.startsWith("CPU µs per echo,")))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }

    private static RunResult run(int connections, int payload, double first, double second) {
        return MadeUp.run(
                new Workload(connections, payload, OptionalInt.empty(), false),
                MadeUp.measured("step01", Role.REFERENCE, first),
                MadeUp.measured("step02", Role.CONTESTANT, second));
    }

    private static String table(RunResult... runs) {
        return new TerminalReport(Ansi.OFF).render(MadeUp.result(runs));
    }
}
