package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import echolab.bench.report.TerminalReport;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.process.ChildProgram;
import echolab.process.ServerCommand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/// Figures made up so that the answer can be worked out by hand.
class AnalysisTest {

    @Test
    void a_ratio_is_to_the_reference_of_the_same_cycle_so_that_drift_does_not_show() {
        var run =
                MadeUp.run(
                        MadeUp.measured("step01", Role.REFERENCE, 10, 20, 40),
                        MadeUp.measured("step02", Role.CONTESTANT, 5, 10, 20));

        assertThat(summary(run, 1).ratio().orElseThrow().estimate()).isEqualTo(0.5);
        assertThat(summary(run, 1).ratio().orElseThrow().whisker().q3()).isEqualTo(0.5);
    }

    @Test
    void a_server_is_held_against_both_copies_of_the_reference_and_they_against_each_other() {
        var run =
                MadeUp.run(
                        MadeUp.measured("step01", Role.REFERENCE, 10, 10, 10),
                        MadeUp.measured("step01 again", Role.CONTROL, 10.4, 10.4, 10.4),
                        MadeUp.measured("step02", Role.CONTESTANT, 10.2, 10.2, 10.2));

        assertThat(run.check().orElseThrow().estimate()).isEqualTo(1.04, within(1e-9));
        assertThat(summary(run, 2).ratio().orElseThrow().estimate())
                .isEqualTo((10.2 / 10 + 10.2 / 10.4) / 2, within(1e-9));
    }

    @Test
    void a_second_process_of_another_server_is_a_row_and_checks_the_method_too() {
        var run =
                MadeUp.run(
                        MadeUp.measured("c-epoll", Role.REFERENCE, 10, 10, 10),
                        MadeUp.measured("c-epoll again", Role.CONTROL, 10, 10, 10),
                        MadeUp.measured("step05", Role.CONTESTANT, 20, 20, 20),
                        MadeUp.measured("step05 again", Role.CONTESTANT, 21, 21, 21));

        assertThat(summary(run, 3).ratio().orElseThrow().estimate()).isEqualTo(2.1, within(1e-9));
        var twins = run.twins().orElseThrow();
        assertThat(twins.server()).isEqualTo("step05");
        assertThat(twins.ratio().estimate()).isEqualTo(1.05, within(1e-9));
        assertThat(new TerminalReport(Ansi.OFF).render(MadeUp.result(run)).replaceAll("\\s+", " "))
                .contains("two copies of c-epoll: 1.00. On a JVM: two copies of step05: 1.05.");
    }

    @Test
    void a_second_process_says_nothing_when_the_first_has_dropped_out() {
        var run =
                MadeUp.run(
                        MadeUp.measured("c-epoll", Role.REFERENCE, 10, 10, 10),
                        MadeUp.measured("step05", Role.CONTESTANT),
                        MadeUp.measured("step05 again", Role.CONTESTANT, 21, 21, 21));

        assertThat(run.twins()).isEmpty();
    }

    @Test
    void the_last_of_our_own_servers_runs_twice_unless_the_reference_is_one_of_them() {
        var floor = target("c-epoll", "/bin/c-epoll");
        var first = target("step02", ChildProgram.java().toArray(String[]::new));
        var last = target("step05", ChildProgram.java().toArray(String[]::new));
        var peer = new Target("netty", "Netty", Optional.of("4.2"), last.command());
        var other = target("mine", "java", "-jar", "mine.jar");

        var all = List.of(floor, first, last, peer, other);
        assertThat(Target.twin(all, floor)).contains(last);
        assertThat(Target.twin(all, first)).isEmpty();
        assertThat(Target.twin(List.of(floor, peer, other), floor)).isEmpty();
    }

    private static Target target(String name, String... words) {
        return new Target(name, name, ServerCommand.printing(name, List.of(words)));
    }

    @Test
    void any_server_of_a_run_can_be_the_reference_afterwards() {
        var run =
                MadeUp.run(
                                MadeUp.measured("step01", Role.REFERENCE, 10, 10),
                                MadeUp.measured("step01 again", Role.CONTROL, 10, 10),
                                MadeUp.measured("step02", Role.CONTESTANT, 5, 5))
                        .comparedWith("step02");

        assertThat(run.reference()).contains("step02");
        assertThat(run.check()).isEmpty();
        assertThat(summary(run, 0).ratio().orElseThrow().estimate()).isEqualTo(2);
        assertThat(summary(run, 1).ratio().orElseThrow().estimate()).isEqualTo(2);
        assertThat(run.targets().get(2).role()).isEqualTo(Role.REFERENCE);
    }

    @Test
    void a_server_that_uses_all_of_its_CPU_is_the_bottleneck() {
        var run = MadeUp.run(MadeUp.measured("step01", Role.REFERENCE, 9.6, 9.6, 9.6));
        var idle = MadeUp.run(MadeUp.measured("step01", Role.REFERENCE, 5, 5, 5));

        assertThat(summary(run, 0).bottleneck()).isEqualTo(Bottleneck.SERVER);
        assertThat(summary(idle, 0).bottleneck()).isEqualTo(Bottleneck.NEITHER);
    }

    @Test
    void when_the_load_generator_has_no_CPU_left_either_both_are() {
        assertThat(bottleneck(0.95, 0.95)).isEqualTo(Bottleneck.BOTH);
        assertThat(bottleneck(0.94, 0.95)).isEqualTo(Bottleneck.CLIENT);
        assertThat(bottleneck(0.95, 0.94)).isEqualTo(Bottleneck.SERVER);
    }

    @Test
    void without_both_copies_of_the_floor_the_same_loop_with_its_duties_takes_their_place() {
        var run =
                MadeUp.run(
                        MadeUp.measured("c-epoll", Role.REFERENCE),
                        MadeUp.measured("c-epoll again", Role.CONTROL),
                        MadeUp.measured("step01", Role.CONTESTANT, 5, 5),
                        MadeUp.measured("c-epoll-full", Role.CONTESTANT, 5, 5));

        assertThat(run.reference()).contains("c-epoll-full");
    }

    @Test
    void without_the_reference_its_second_copy_takes_its_place_and_the_method_is_not_checked() {
        var run =
                MadeUp.run(
                        MadeUp.measured("step01", Role.REFERENCE),
                        MadeUp.measured("step01 again", Role.CONTROL, 10, 10),
                        MadeUp.measured("step02", Role.CONTESTANT, 5, 5));

        assertThat(run.reference()).contains("step01 again");
        assertThat(run.check()).isEmpty();
        assertThat(summary(run, 2).ratio().orElseThrow().estimate()).isEqualTo(0.5);
    }

    @Test
    void
            an_open_loop_that_was_kept_is_bound_by_its_rate_and_one_that_was_not_by_whoever_was_busy() {
        var kept = MadeUp.open(100_000, MadeUp.measured("step01", Role.REFERENCE, 9.6, 9.6));
        var missed = MadeUp.open(200_000, MadeUp.measured("step01", Role.REFERENCE, 9.6, 9.6));

        assertThat(summary(kept, 0).bottleneck()).isEqualTo(Bottleneck.RATE);
        assertThat(summary(missed, 0).bottleneck()).isEqualTo(Bottleneck.SERVER);
        assertThat(summary(missed, 0).pace().orElseThrow().achievedPerSecond().median())
                .isEqualTo(100_000);
    }

    private static Summary summary(RunResult run, int index) {
        return run.targets().get(index).summary().orElseThrow();
    }

    private static Bottleneck bottleneck(double server, double load) {
        return Bottleneck.of(OptionalDouble.of(server), OptionalDouble.of(load));
    }
}
