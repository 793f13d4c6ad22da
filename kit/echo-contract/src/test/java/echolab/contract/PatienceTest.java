package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What takes part of the patience? Lower bounds only, since a busy machine may always take longer.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PatienceTest {

    private static final Duration LIMIT = Duration.ofMillis(300);

    @Test
    void it_is_over_when_nobody_has_done_anything_for_so_long() {
        var began = System.nanoTime();
        assertThat(new Patience(LIMIT).sees(() -> false)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(LIMIT);
    }

    @Test
    void it_is_over_some_time_although_somebody_goes_round_for_ever() {
        var patience = new Patience(LIMIT);
        while (!patience.isOver()) {
            Thread.onSpinWait();
        }
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void a_moment_in_which_nobody_asks_is_one_look_however_long() throws InterruptedException {
        var patience = new Patience(LIMIT);
        TimeUnit.SECONDS.sleep(1);
        assertThat(patience.isOver()).isFalse();
    }

    @Test
    void what_holds_already_is_seen_without_any() {
        assertThat(new Patience(Duration.ZERO).sees(() -> true)).isTrue();
    }

    @Test
    void who_is_interrupted_has_none_left() {
        Thread.currentThread().interrupt();
        assertThat(new Patience(Duration.ofDays(1)).sees(() -> false)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
