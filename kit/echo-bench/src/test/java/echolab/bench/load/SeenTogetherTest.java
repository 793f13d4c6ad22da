package echolab.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.result.Faults;
import echolab.bench.result.Schedule;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/// What two load processes saw of one server at the same time.
class SeenTogetherTest {

    private final Answer.Seen one = seen(3, 100, 70, 20, new Schedule(5, 1, 100, 7));
    private final Answer.Seen other = seen(4, 90, 80, 5, new Schedule(6, 2, 90, 9));

    @Test
    void messages_are_summed_whatever_became_of_them() {
        var both = one.onAnother(other).figures();

        assertThat(both.echoes()).isEqualTo(7);
        assertThat(both.faults()).isEqualTo(new Faults(2, 4, 6, 8));
        assertThat(both.open()).isEqualTo(20);
        assertThat(both.latency().getTotalCount()).isEqualTo(7);
        assertThat(both.latency().getCountAtValue(3000)).isEqualTo(3);
        assertThat(both.latency().getCountAtValue(4000)).isEqualTo(4);
        assertThat(one.figures().latency().getTotalCount()).as("as it was").isEqualTo(3);
    }

    @Test
    void the_longer_time_and_the_later_messages_are_those_of_both() {
        var both = one.onAnother(other).figures();

        assertThat(both.elapsedNanos()).isEqualTo(100);
        assertThat(both.schedule()).contains(new Schedule(11, 3, 100, 9));
    }

    @Test
    void of_two_CPUs_the_busier_one_counts_and_one_CPU_has_the_work_of_both() {
        assertThat(one.onAnother(other)).satisfies(both -> times(both, 80, 5));
        assertThat(other.onAnother(one)).satisfies(both -> times(both, 80, 5));
        assertThat(one.onTheSameCpu(other)).satisfies(both -> times(both, 150, 25));
        var unknown = new Answer.Seen(one.figures(), OptionalLong.empty(), OptionalLong.empty());
        assertThat(unknown.onTheSameCpu(one).cpuNanos()).isEmpty();
        assertThat(unknown.onAnother(unknown).cpuNanos()).isEmpty();
    }

    private static void times(Answer.Seen seen, long cpu, long wait) {
        assertThat(seen.cpuNanos()).hasValue(cpu);
        assertThat(seen.waitNanos()).hasValue(wait);
    }

    private static Answer.Seen seen(
            int echoes, long elapsed, long cpu, long wait, Schedule schedule) {
        var latency = new Histogram(1000, 60_000_000_000L, 3);
        for (var echo = 0; echo < echoes; echo++) {
            latency.recordValue(1000L * echoes);
        }
        var faults = new Faults(1, 2, 3, 4);
        var figures = new Figures(echoes, faults, 10, elapsed, latency, Optional.of(schedule));
        return new Answer.Seen(figures, OptionalLong.of(cpu), OptionalLong.of(wait));
    }
}
