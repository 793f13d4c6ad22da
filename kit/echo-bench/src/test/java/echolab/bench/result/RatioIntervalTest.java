package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Figures that can be worked out by hand, or stand in any table of the sign test.
class RatioIntervalTest {

    private static final Offset<Double> NEARLY = within(1e-12);
    private static final int RUNS = 1000;

    @Test
    void of_two_copies_in_two_cycles_equal_servers_beat_none_in_one_of_nine_runs() {
        assertThat(RatioInterval.chances(2, 2))
                .containsExactly(new double[] {1 / 9., 2 / 9., 3 / 9., 2 / 9., 1 / 9.}, NEARLY);
    }

    @Test
    void a_cycle_in_which_one_copy_is_missing_counts_for_the_other() {
        assertThat(RatioInterval.chances(2, 1))
                .containsExactly(new double[] {1 / 6., 2 / 6., 2 / 6., 1 / 6.}, NEARLY);
    }

    @Test
    void with_one_copy_it_is_the_sign_test() {
        var ratio = of(1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 0.8);

        assertThat(ratio.p()).isEqualTo(2 * 9 / 256., NEARLY);
        assertThat(ratio.estimate()).isEqualTo(1.35, NEARLY);
        assertThat(ratio.words()).isEqualTo("1.35 [0.80, 1.70]");
        assertThat(ratio.apart()).isFalse();
    }

    @Test
    void too_few_cycles_have_an_estimate_and_no_interval() {
        assertThat(of(1.1, 1.1, 1.1, 1.1, 1.1).words()).isEqualTo("1.10");
        assertThat(of(1.1, 1.1, 1.1, 1.1, 1.1, 1.1).words()).isEqualTo("1.10 [1.10, 1.10]");
        assertThat(RatioInterval.of(Stream.of(new double[0]))).isEmpty();
    }

    @Test
    void what_lies_on_1_speaks_for_nobody() {
        assertThat(of(1, 1, 1, 1, 1, 1, 1, 1).p()).isEqualTo(1);
        assertThat(of(1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1, 1).p()).isEqualTo(2 * 37 / 256., NEARLY);
    }

    @Test
    void in_company_a_difference_must_be_clearer() {
        var told = Comparison.family(Map.of("a", p(0.02), "b", p(0.03), "c", p(0.001)));

        assertThat(told.get("c").apart()).isTrue();
        assertThat(told.get("a").apart()).isTrue();
        assertThat(told.get("b").apart()).isTrue();
        assertThat(Comparison.family(Map.of("a", p(0.02), "b", p(0.03), "c", p(0.04))).values())
                .noneMatch(RatioInterval::apart);
        assertThat(Comparison.family(Map.of("a", p(0.06), "b", p(0.001))).get("a").apart())
                .isFalse();
    }

    /// Noise that only ever adds, and a hundred cycles: of the rule that looks as fair, twice the level is too little to allow.
    @Test
    void the_mean_of_both_copies_would_put_equal_servers_below_1() {
        var random = new Random(1);
        var apart = 0;
        var apartFromMean = 0;
        for (var run = 0; run < RUNS; run++) {
            var cycles = Stream.generate(() -> three(random)).limit(100).toList();
            apart += told(cycles.stream().map(c -> new double[] {c[0] / c[1], c[0] / c[2]}));
            apartFromMean +=
                    told(cycles.stream().map(c -> new double[] {c[0] / Math.sqrt(c[1] * c[2])}));
        }
        var law = new BinomialDistribution(RUNS, RatioInterval.LEVEL);
        assertThat(apart).isLessThanOrEqualTo(law.inverseCumulativeProbability(0.999));
        assertThat(apartFromMean).isGreaterThan(2 * law.inverseCumulativeProbability(0.999));
    }

    /// A server and the two copies of the reference, all equal.
    private static double[] three(Random random) {
        return random.doubles(3).map(it -> Math.exp(-0.1 * Math.log(1 - it))).toArray();
    }

    private static int told(Stream<double[]> cycles) {
        return RatioInterval.of(cycles).orElseThrow().apart() ? 1 : 0;
    }

    private static RatioInterval of(double... ratios) {
        return RatioInterval.of(DoubleStream.of(ratios).mapToObj(ratio -> new double[] {ratio}))
                .orElseThrow();
    }

    private static RatioInterval p(double p) {
        return new RatioInterval(1.1, OptionalDouble.empty(), OptionalDouble.empty(), p, false);
    }
}
