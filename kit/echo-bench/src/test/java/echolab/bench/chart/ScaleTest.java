package echolab.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The axis of a chart")
final class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "15.4,    0 5 10 15 20",
        "6.2,     0 2 4 6 8",
        "160124,  0 50000 100000 150000 200000",
        "0.03,    0 0.005 0.01 0.015 0.02 0.025 0.03",
        "0,       0 0.2 0.4 0.6 0.8 1"
    })
    void begins_at_0_and_has_round_marks_up_to_the_first_that_is_not_below(
            double most, String marks) {
        var scale = Scale.linear(most);
        var expected = List.of(marks.split(" ")).stream().map(Double::valueOf).toList();

        assertThat(scale.ticks()).hasSameSizeAs(expected);
        for (var i = 0; i < expected.size(); i++) {
            assertThat(scale.ticks().get(i)).isCloseTo(expected.get(i), within(1e-9));
        }
        assertThat(scale.share(most / 2)).isCloseTo(most / 2 / expected.getLast(), within(1e-9));
    }

    @Test
    void of_ratios_puts_2_as_far_from_1_as_a_half() {
        var scale = Scale.logarithmic(0.4, 2.5);
        assertThat(scale.share(2) - scale.share(1))
                .isCloseTo(scale.share(1) - scale.share(0.5), within(1e-9));
        assertThat(scale.ticks()).hasSize(5).startsWith(0.5).endsWith(1.0, 1.5, 2.0);
    }

    @Test
    void of_decades_goes_from_a_power_of_ten_to_one() {
        assertThat(Scale.decades(3, 300).ticks()).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(Scale.decades(10, 10).share(10)).isZero();
    }

    @Test
    void of_percentiles_gives_each_further_nine_the_same_room() {
        var scale = Scale.percentiles();
        assertThat(scale.share(0)).isZero();
        assertThat(scale.share(90)).isCloseTo(0.25, within(1e-9));
        assertThat(scale.share(99)).isCloseTo(0.5, within(1e-9));
        assertThat(scale.share(99.9)).isCloseTo(0.75, within(1e-9));
        assertThat(scale.share(99.99)).isCloseTo(1, within(1e-9));
        assertThat(scale.share(100)).as("the maximum is beyond").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1.5, 1.5",
        "20, 20",
        "10000, '10,000'",
        "200000, 200k",
        "0.05, 0.05",
        "0.001, 0.001"
    })
    void writes_a_mark_as_short_as_it_can_be(double figure, String written) {
        assertThat(Numbers.mark(figure)).isEqualTo(written);
    }
}
