package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
}
