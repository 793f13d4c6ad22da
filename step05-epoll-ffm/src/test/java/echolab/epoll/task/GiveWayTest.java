package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import echolab.epoll.loop.LoopInside;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who runs when a task sleeps, for however short a time, or gives way?
@LoopTest
class GiveWayTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    @Test
    void tasks_that_give_way_take_turns() throws Exception {
        time.run(() ->
                Task.scope(scope -> {
                    for (var name : List.of("a", "b", "c")) {
                        scope.spawn(name, () -> countToThree(name));
                    }
                    return null;
                }));
        assertThat(time.log).containsExactly("a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3");
    }

    private void countToThree(String name) {
        for (var i = 1; i <= 3; i++) {
            time.log.add(name + i);
            Task.yield();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_sleep_of_nothing_or_less_lets_the_others_run_once(long nanos) throws Exception {
        time.run(() -> {
            Task.spawn("other", () -> time.log.add("other"));
            Task.sleep(Duration.ofNanos(nanos));
            time.log.add("slept");
            return null;
        });
        assertThat(time.log).containsExactly("other", "slept");
        assertThat(time.passed()).isZero();
    }

    @Test
    void a_sleep_of_minus_for_ever_is_over_at_once() throws Exception {
        time.run(() -> {
            Task.sleep(ChronoUnit.FOREVER.getDuration().negated());
            return null;
        });
        assertThat(time.passed()).isZero();
    }

    @Test
    void a_task_that_gives_way_without_end_does_not_keep_a_sleeper_from_waking() throws Exception {
        time.run(() -> {
            var busy =
                    Task.spawn(
                            "busy",
                            () -> {
                                while (true) {
                                    Task.yield();
                                }
                            });
            Task.sleep(ms(0));
            Task.sleep(ms(0));
            busy.cancel();
            assertThat(catchThrowable(busy::await)).isInstanceOf(CancellationException.class);
            return null;
        });
    }

    @Test
    void a_sleeper_that_is_cancelled_takes_no_time() throws Exception {
        time.run(() -> {
            var sleeper = Task.spawn("sleeper", Bodies::sleepForADay);
            Task.sleep(ms(10));
            sleeper.cancel();
            assertThat(catchThrowable(sleeper::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void a_sleeper_that_is_cancelled_leaves_no_timer_behind() throws Exception {
        time.run(() -> {
            var sleeper = Task.spawn("sleeper", Bodies::sleepForADay);
            Task.yield();
            assertThat(LoopInside.timers(Task.current().loop())).isEqualTo(1);
            sleeper.cancel();
            assertThat(catchThrowable(sleeper::await)).isInstanceOf(CancellationException.class);
            assertThat(LoopInside.timers(Task.current().loop())).isZero();
            return null;
        });
    }

    @Test
    void sleepers_with_one_deadline_wake_in_one_turn_in_the_order_they_fell_asleep()
            throws Exception {
        time.run(() -> Task.gather(time.after(10, "a"), time.after(10, "b"), time.after(10, "c")));
        assertThat(time.log).containsExactly("a", "b", "c");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void two_sleeps_take_as_long_as_both() throws Exception {
        time.run(() -> {
            bodies.sleepOrNot(10, "first");
            bodies.sleepOrNot(20, "second");
            return null;
        });
        assertThat(time.passed()).isEqualTo(ms(30));
    }
}
