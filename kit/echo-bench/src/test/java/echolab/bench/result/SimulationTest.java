package echolab.bench.result;

import static echolab.bench.result.Weather.EQUAL;
import static echolab.bench.result.Weather.FIVE;
import static echolab.bench.result.Weather.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Does the comparison find what is there, and nothing else? A thousand runs in a [Weather] whose truth is known, always the same
/// thousand. The rule that was here before is asked about the same runs.
@DisplayName("The comparison, simulated")
final class SimulationTest {

    private static final int RUNS = 1000;
    private static final Path CHAPTER = Path.of("../../chapters/measuring.adoc");

    /// What a thousand runs of so many cycles say.
    ///
    /// @param noise of a slice, as a share
    private record Case(double noise, int cycles, List<RunResult> runs) {

        static Case of(double noise, int cycles) {
            var runs = new ArrayList<RunResult>();
            for (var seed = 1; seed <= RUNS; seed++) {
                runs.add(new Weather(noise, seed).run(cycles));
            }
            return new Case(noise, cycles, runs);
        }

        long of(Predicate<RunResult> what) {
            return runs.stream().filter(what).count();
        }

        @Override
        public String toString() {
            return "noise %s, %s cycles".formatted(noise, cycles);
        }
    }

    private static List<Case> cases;

    @BeforeAll
    static void run() {
        cases =
                Stream.of(0.03, 0.14)
                        .flatMap(noise ->
                                Stream.of(8, 25, 100).map(cycles -> Case.of(noise, cycles)))
                        .toList();
    }

    @Test
    void equal_servers_are_told_apart_in_no_more_runs_than_the_level_allows() {
        assertThat(cases)
                .allSatisfy(it ->
                        assertThat(it.of(SimulationTest::tellsEqualApart))
                                .as("%s, of %s runs", it, RUNS)
                                .isLessThanOrEqualTo(most(RatioInterval.LEVEL)));
    }

    @Test
    void two_copies_of_the_reference_are_told_apart_no_more_often_either() {
        assertThat(cases)
                .allSatisfy(it ->
                        assertThat(it.of(run -> run.check().orElseThrow().apart()))
                                .as("%s, of %s runs", it, RUNS)
                                .isLessThanOrEqualTo(most(RatioInterval.LEVEL)));
    }

    /// The rule that drops slices must not take a side; nor may the crowd of threads of one of the servers.
    @Test
    void nor_on_a_machine_where_two_slices_of_five_are_hit_and_many_are_dropped() {
        var busy =
                IntStream.rangeClosed(1, RUNS)
                        .mapToObj(seed -> new Weather(0.03, 0.4, seed).run(25))
                        .toList();

        assertThat(busy.stream().filter(SimulationTest::tellsEqualApart).count())
                .isLessThanOrEqualTo(most(RatioInterval.LEVEL));
        assertThat(busy.stream().filter(run -> ratio(run, FIVE).apart()).count())
                .isGreaterThan(RUNS / 2);
        assertThat(busy).allSatisfy(run -> assertThat(Disturbance.of(run).dropped()).isPositive());
    }

    @Test
    void an_interval_has_the_true_ratio_in_95_of_100_runs() {
        assertThat(cases)
                .allSatisfy(it ->
                        assertThat(it.of(run -> !holds(run, TWO, 1.02)))
                                .as("%s, of %s runs", it, RUNS)
                                .isLessThanOrEqualTo(most(RatioInterval.LEVEL)));
    }

    @Test
    void a_difference_of_2_percent_is_found_in_nine_of_ten_runs_when_there_are_enough_cycles() {
        assertThat(found(0.03, 100, TWO)).isGreaterThan(RUNS * 9 / 10);
        assertThat(found(0.03, 25, TWO)).isGreaterThan(2 * found(0.03, 8, TWO));
        assertThat(found(0.03, 25, FIVE)).isGreaterThan(RUNS * 9 / 10);
        assertThat(found(0.14, 100, FIVE)).isGreaterThan(found(0.14, 25, FIVE));
    }

    /// It compared a median, which more cycles make sharper, with the spread of single cycles, which they do not.
    @Test
    void the_rule_that_was_here_before_told_equal_servers_apart_and_more_cycles_did_not_help() {
        assertThat(cases)
                .filteredOn(it -> it.cycles() == 8)
                .allSatisfy(it ->
                        assertThat(it.of(run -> anyEqual(run, SimulationTest::wasApart)))
                                .as("%s, of %s runs", it, RUNS)
                                .isGreaterThan(most(4 * RatioInterval.LEVEL)));
        assertThat(of(0.03, 100).of(run -> wasApart(run, TWO))).isLessThan(RUNS / 2);
        assertThat(found(0.03, 100, TWO)).isGreaterThan(RUNS * 9 / 10);
    }

    @Test
    void the_table_in_the_chapter_has_what_was_found_here() throws IOException {
        var chapter = Files.readString(CHAPTER);
        var rows = String.join("\n", cases.stream().map(SimulationTest::row).toList());
        assertThat(chapter).as("the rows of the table in %s", CHAPTER).contains(rows);
    }

    private static String row(Case of) {
        return Stream.of(
                        of.of(run -> anyEqual(run, SimulationTest::wasApart)),
                        of.of(SimulationTest::tellsEqualApart),
                        of.of(run -> wasApart(run, TWO)),
                        of.of(run -> ratio(run, TWO).apart()),
                        of.of(run -> wasApart(run, FIVE)),
                        of.of(run -> ratio(run, FIVE).apart()))
                .map(runs -> " |" + Math.round(runs * 100.0 / RUNS))
                .reduce(
                        "|given:[%s %%] |%s".formatted(Math.round(of.noise() * 100), of.cycles()),
                        String::concat);
    }

    /// The most of all runs that a chance of this size explains, but for one time in a thousand.
    private static long most(double chance) {
        return new BinomialDistribution(RUNS, chance).inverseCumulativeProbability(0.999);
    }

    private static Case of(double noise, int cycles) {
        return cases.stream()
                .filter(it -> it.noise() == noise && it.cycles() == cycles)
                .findFirst()
                .orElseThrow();
    }

    private static long found(double noise, int cycles, String server) {
        return of(noise, cycles).of(run -> ratio(run, server).apart());
    }

    private static boolean tellsEqualApart(RunResult run) {
        return anyEqual(run, (of, server) -> ratio(of, server).apart());
    }

    private static boolean anyEqual(RunResult run, BiPredicate<RunResult, String> apart) {
        return IntStream.range(0, EQUAL)
                .mapToObj(Weather::equal)
                .anyMatch(server -> apart.test(run, server));
    }

    private static boolean holds(RunResult run, String server, double truth) {
        var ratio = ratio(run, server);
        return ratio.low().orElseThrow() <= truth && ratio.high().orElseThrow() >= truth;
    }

    private static RatioInterval ratio(RunResult run, String server) {
        return target(run, server).summary().orElseThrow().ratio().orElseThrow();
    }

    /// A median ratio further from 1 than the two copies of the reference differ in half of the cycles.
    private static boolean wasApart(RunResult run, String server) {
        var noise = Quartiles.of(ratios(run, "floor again").map(it -> Math.abs(it - 1)).toArray());
        var ratio = Quartiles.of(ratios(run, server).toArray()).orElseThrow().median();
        return Math.abs(ratio - 1) >= noise.orElseThrow().median();
    }

    /// Of all slices: no rule dropped any.
    private static DoubleStream ratios(RunResult run, String server) {
        var floor = target(run, "floor").slices();
        var own = target(run, server).slices();
        return IntStream.range(0, own.size())
                .mapToDouble(i -> cost(own.get(i)) / cost(floor.get(i)));
    }

    private static double cost(Slice slice) {
        return slice.serverMicrosPerEcho().orElseThrow();
    }

    private static TargetResult target(RunResult run, String name) {
        return run.targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
