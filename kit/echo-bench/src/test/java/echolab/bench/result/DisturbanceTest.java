package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.report.TerminalReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/// Slices of a hundred milliseconds, of which others took some.
class DisturbanceTest {

    @Test
    void slices_that_waited_ten_points_more_than_the_middle_one_are_dropped() {
        var slices = waited(2, 3, 4, 3, 2, 40, 3, 14);

        assertThat(kept(slices)).hasSize(6).doesNotContain(slices.get(5), slices.get(7));
    }

    @Test
    void a_neighbour_that_never_rests_drops_nothing() {
        assertThat(kept(waited(50, 52, 48, 55, 45))).hasSize(5);
    }

    /// With a limit for each cause, all four would have gone; with ten points alone, the last.
    @Test
    void where_slices_differ_much_in_any_case_none_stands_out() {
        var slices =
                List.of(
                        slice(1, 50, 40, 0, 0),
                        slice(2, 50, 45, 0, 0),
                        slice(3, 99, 0, 60, 0),
                        slice(4, 99, 0, 70, 0));

        assertThat(kept(slices)).hasSize(4);
    }

    @Test
    void what_is_not_known_drops_nothing() {
        var slice =
                new Slice(
                        1,
                        1,
                        1,
                        Faults.NONE,
                        100,
                        known(1),
                        known(1),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty());

        assertThat(kept(List.of(slice))).containsExactly(slice);
        assertThat(kept(List.of())).isEmpty();
    }

    @Test
    void a_wait_of_the_load_or_a_CPU_that_the_machine_withheld_drops_a_slice_too() {
        var calm = slice(1, 100, 0, 0, 0);

        assertThat(kept(List.of(calm, calm, slice(2, 100, 0, 20, 0)))).hasSize(2);
        assertThat(kept(List.of(calm, calm, slice(2, 100, 0, 0, 30)))).hasSize(2);
    }

    /// The clock of stolen time goes in steps of 10 ms: one step is as much as nothing.
    @Test
    void one_step_of_the_clock_of_stolen_time_drops_nothing() {
        var calm = slice(1, 100, 1, 1, 0);

        assertThat(kept(List.of(calm, calm, slice(2, 100, 3, 2, 10)))).hasSize(3);
    }

    /// A thousand threads that wait for each other wait for many times a slice; what others took is what the server had not.
    @Test
    void threads_that_wait_for_each_other_are_no_disturbance_and_hide_none() {
        var crowd = Stream.of(7000, 3000, 9000, 5000).map(w -> slice(1, 99, w, 0, 0)).toList();
        var hit = slice(2, 60, 5000, 0, 0);

        assertThat(kept(crowd)).hasSize(4);
        assertThat(kept(Stream.concat(crowd.stream(), Stream.of(hit)).toList()))
                .doesNotContain(hit);
        assertThat(kept(List.of(slice(1, 99, 0, 0, 0), slice(2, 99, 0, 0, 0), compiling())))
                .hasSize(3);
    }

    /// Two equal servers, and a neighbour that came when one of them was visited, in nine of twenty cycles.
    @Test
    void a_neighbour_who_met_one_server_by_chance_is_no_difference() {
        IntToDoubleFunction ripple = cycle -> cycle % 2 == 1 ? 1.01 : 0.99;
        var met =
                IntStream.range(0, 20)
                        .mapToObj(c ->
                                c < 9
                                        ? costing(c, 1.5, 400)
                                        : costing(c, ripple.applyAsDouble(c), 0))
                        .toList();

        assertThat(ratio(met).apart()).isTrue();
        assertThat(ratio(kept(met)).apart()).isFalse();
    }

    @Test
    void a_disturbed_run_says_so_in_its_first_line() {
        var calm = new Weather(0.03, 1).run(25);
        var busy = new Weather(0.03, 0.4, 1).run(25);

        assertThat(Disturbance.of(calm).isNotable()).isFalse();
        assertThat(Disturbance.of(busy).isNotable()).isTrue();
        assertThat(Disturbance.of(busy).slices()).isEqualTo(12 * 25);
        assertThat(sentences(calm)).doesNotContain("Disturbed");
        assertThat(sentences(busy)).startsWith("Disturbed: others kept the servers waiting for ");
    }

    /// One slice in twelve, as on a machine that does nothing else.
    @Test
    void some_slices_that_were_dropped_are_told_and_are_no_disturbance() {
        var servers = new Weather(0.03, 1).run(24).targets();
        var taken = servers.stream().map(t -> t.withSlices(oneInTwelveTaken(t.slices()))).toList();
        var run = new Weather(0.03, 1).run(24).with(Optional.empty(), taken);
        var disturbance = Disturbance.of(run);

        assertThat(disturbance.dropped()).isEqualTo(disturbance.slices() / 12);
        assertThat(disturbance.isNotable()).isFalse();
        assertThat(sentences(run)).startsWith("Not disturbed, but of 288 slices 24 were dropped");
    }

    private static List<Slice> oneInTwelveTaken(List<Slice> slices) {
        return slices.stream()
                .map(s ->
                        s.cycle() % 12 == 0 ? costing(s.cycle(), 1, 400) : costing(s.cycle(), 1, 0))
                .toList();
    }

    /// What stands below the tables.
    private static String sentences(RunResult run) {
        var report = new TerminalReport(Ansi.OFF).render(Invented.load(run));
        return report.substring(report.indexOf("\n\n", report.indexOf("p50 ms")) + 2);
    }

    /// Of a run with this server alone.
    private static List<Slice> kept(List<Slice> slices) {
        return Disturbance.kept(slices, Disturbance.margin(List.of(slices)));
    }

    private static RatioInterval ratio(List<Slice> slices) {
        return RatioInterval.of(
                        slices.stream()
                                .map(s -> s.serverMicrosPerEcho().orElseThrow() * 1000)
                                .map(ratio -> new double[] {ratio}))
                .orElseThrow();
    }

    private static Slice costing(int cycle, double ratio, long wait) {
        return new Slice(
                cycle,
                1,
                100,
                Faults.NONE,
                1000,
                known(Math.round(ratio * 100)),
                known(0),
                Optional.empty(),
                Optional.of(new Interference(known(wait), known(wait), known(0))),
                OptionalLong.empty(),
                Optional.empty());
    }

    /// The load's own compiler had the CPU for which the load waited.
    private static Slice compiling() {
        return slice(3, 99, 95, 0, 40, 0);
    }

    private static List<Slice> waited(long... millis) {
        return IntStream.range(0, millis.length)
                .mapToObj(i -> slice(i, 100 - millis[i], millis[i], 0, 0))
                .toList();
    }

    private static Slice slice(int cycle, long cpu, long wait, long load, long withheld) {
        return slice(cycle, cpu, 0, wait, load, withheld);
    }

    private static Slice slice(
            int cycle, long cpu, long loadCpu, long wait, long load, long withheld) {
        return new Slice(
                cycle,
                1,
                1,
                Faults.NONE,
                millis(100),
                known(millis(cpu)),
                known(millis(loadCpu)),
                Optional.empty(),
                Optional.of(
                        new Interference(
                                known(millis(wait)), known(millis(load)), known(millis(withheld)))),
                OptionalLong.empty(),
                Optional.empty());
    }

    private static long millis(long count) {
        return count * 1_000_000;
    }

    private static OptionalLong known(long value) {
        return OptionalLong.of(value);
    }
}
