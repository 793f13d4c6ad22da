package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final int RUNS = 300;

    @Test
    void a_change_is_a_factor_and_its_interval_is_wider_than_either() {
        var change = new Change("step02", ratio(1.00, 0.97, 1.03), ratio(1.10, 1.06, 1.14));

        assertThat(change.estimate()).isEqualTo(1.1, within(1e-9));
        assertThat(Math.log(change.estimate() / change.low()))
                .isEqualTo(Math.hypot(Math.log(1.10 / 1.06), Math.log(1.03)), within(1e-9));
        assertThat(change.words()).isEqualTo("1.10 [1.05, 1.15]");
    }

    @Test
    void it_is_a_regression_when_the_whole_interval_lies_beyond_the_tolerance() {
        var change = new Change("step02", ratio(1.00, 0.97, 1.03), ratio(1.10, 1.06, 1.14));

        assertThat(change.verdict(0.03)).isEqualTo("regression");
        assertThat(change.verdict(0.06)).isEqualTo("costs more");
        assertThat(new Change("step02", change.now(), change.before()).verdict(0))
                .isEqualTo("costs less");
        assertThat(new Change("step02", change.now(), change.now()).verdict(0))
                .isEqualTo("not told apart");
    }

    @Test
    void the_copies_of_the_reference_have_no_change_and_another_reference_is_refused() {
        var run = new Weather(0.03, 1).run(25);

        assertThat(Change.between(run, run)).extracting(Change::server).hasSize(10);
        assertThatThrownBy(() -> Change.between(run, run.comparedWith(Weather.TWO)))
                .hasMessageContaining("to floor and those of the other to 2 % more");
    }

    /// In other weather, and on a server that waits for a crowd of its own, too.
    @Test
    void what_did_not_change_is_said_to_have_changed_no_more_often_than_the_level_allows() {
        var changed =
                IntStream.rangeClosed(1, RUNS)
                        .mapToObj(seed ->
                                Change.between(
                                        new Weather(0.03, seed).run(25),
                                        new Weather(0.03, -seed).run(25)))
                        .filter(changes -> !changes.getLast().verdict(0).startsWith("not"))
                        .count();

        assertThat(changed)
                .isLessThanOrEqualTo(
                        new BinomialDistribution(RUNS, RatioInterval.LEVEL)
                                .inverseCumulativeProbability(0.999));
    }

    private static RatioInterval ratio(double estimate, double low, double high) {
        return new RatioInterval(
                estimate, OptionalDouble.of(low), OptionalDouble.of(high), 0.5, false);
    }
}
