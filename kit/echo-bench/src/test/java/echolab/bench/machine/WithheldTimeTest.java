package echolab.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WithheldTimeTest {

    private static final String STAT =
            """
            cpu  310 0 50 900 4 0 6 70 0 0
            cpu0 100 0 20 300 1 0 2 25 0 0
            cpu1 100 0 10 300 1 0 2 40 0 0
            cpu10 110 0 20 300 2 0 2 5 0 0
            intr 5 0
            """;

    @Test
    void what_was_stolen_from_our_CPUs_is_the_eighth_figure_in_ticks_of_10_ms() {
        assertThat(WithheldTime.stolen(STAT, List.of("cpu0", "cpu1"))).isEqualTo(650_000_000);
        assertThat(WithheldTime.stolen(STAT, List.of("cpu10"))).isEqualTo(50_000_000);
        assertThat(WithheldTime.stolen(STAT, List.of())).isZero();
    }
}
