package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Does the heap keep its order?
class TimersTest {

    @Test
    void timers_in_bulk_fire_in_order_whatever_is_cancelled() {
        var timers = new Timers();
        var random = new Random(7);
        var fired = new ArrayList<Long>();
        var set = new ArrayList<Timers.Timer>();
        for (var i = 0; i < 100_000; i++) {
            var deadline = (long) random.nextInt(10_000);
            set.add(timers.set(deadline, () -> fired.add(deadline)));
        }
        for (var i = 0; i < set.size(); i += 2) {
            timers.cancel(set.get(i));
        }
        timers.fire(10_000);
        assertThat(fired).hasSize(50_000).isSorted();
        assertThat(timers.isEmpty()).isTrue();
    }

    @Test
    void deadlines_around_the_overflow_of_the_clock_keep_their_order() {
        var timers = new Timers();
        var fired = new ArrayList<String>();
        timers.set(Long.MAX_VALUE + 2, () -> fired.add("after"));
        timers.set(Long.MAX_VALUE - 2, () -> fired.add("before"));
        timers.fire(Long.MAX_VALUE);
        assertThat(fired).containsExactly("before");
        timers.fire(Long.MIN_VALUE + 1);
        assertThat(fired).containsExactly("before", "after");
    }

    @Test
    void timers_with_one_deadline_fire_in_the_order_they_were_set() {
        var timers = new Timers();
        var fired = new ArrayList<Integer>();
        for (var i = 0; i < 100; i++) {
            var number = i;
            timers.set(10, () -> fired.add(number));
        }
        assertThat(timers.size()).isEqualTo(100);
        timers.fire(10);
        assertThat(fired).hasSize(100).isSorted();
        assertThat(timers.size()).isZero();
    }

    @Test
    void without_a_timer_the_wait_is_for_ever() {
        assertThat(new Timers().waitMillis(() -> 0)).isEqualTo(-1);
    }

    /// A wait that is rounded down ends before the deadline, and the loop spins until that has come.
    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "0, 0",
        "1, 1",
        "1_000_000, 1",
        "1_000_001, 2",
        "9_000_000_000_000_000_000, 2_147_483_647"
    })
    void the_wait_for_a_timer_is_rounded_up_to_milliseconds(String nanos, String millis) {
        var now = 7;
        var timers = new Timers();
        timers.set(now + number(nanos), () -> {});
        assertThat(timers.waitMillis(() -> now)).isEqualTo((int) number(millis));
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace("_", ""));
    }

    @Test
    void a_timer_says_when_it_fires_and_whether_that_is_still_to_come() {
        var timers = new Timers();
        var timer = timers.set(10, () -> {});
        assertThat(timer.deadline()).isEqualTo(10);
        assertThat(timer.isPending()).isTrue();
        timers.cancel(timer);
        assertThat(timer.isPending()).isFalse();
    }
}
