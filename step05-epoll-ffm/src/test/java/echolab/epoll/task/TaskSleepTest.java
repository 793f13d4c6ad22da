package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// In which order do sleepers wake?
@LoopTest
class TaskSleepTest {

    private static final int MANY = 100_000;

    private final VirtualTime time = new VirtualTime();

    @Test
    void sleepers_wake_in_the_order_of_their_deadlines() throws Exception {
        time.run(() -> Task.gather(time.after(30, "c"), time.after(10, "a"), time.after(20, "b")));
        assertThat(time.log).containsExactly("a", "b", "c");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    /// Centuries do not fit into the nanoseconds of a clock, and must not be taken for the past.
    @Test
    void to_sleep_forever_is_longer_than_any_other_sleep() throws Exception {
        var forever = ChronoUnit.FOREVER.getDuration();
        time.run(() ->
                Task.scope(scope -> {
                    scope.spawn("late", () -> late(scope));
                    for (var length : List.of(forever, Duration.ofDays(365 * 290))) {
                        scope.spawn("forever", () -> Task.sleep(length));
                    }
                    assertThat(Task.timeout(forever, time.after(10, "a"))).isEqualTo("a");
                    return null;
                }));
        assertThat(time.log).containsExactly("a");
        assertThat(time.passed()).isEqualTo(ms(20));
    }

    private static void late(Scope scope) {
        Task.sleep(ms(20));
        scope.cancel();
    }

    /// Each deadline is shared by about ten: those wake in the order they fell asleep.
    @Test
    void a_hundred_thousand_sleepers_wake_in_order() throws Exception {
        var random = new Random(7);
        var times = random.ints(MANY, 0, MANY / 10).toArray();
        var woken = new ArrayList<Integer>(MANY);
        time.run(() ->
                Task.scope(scope -> {
                    for (var i = 0; i < MANY; i++) {
                        var sleeper = i;
                        scope.spawn(
                                "sleeper",
                                () -> {
                                    Task.sleep(ms(times[sleeper]));
                                    woken.add(sleeper);
                                });
                    }
                    return null;
                }));
        var expected =
                IntStream.range(0, MANY)
                        .boxed()
                        .sorted(Comparator.comparing(i -> times[i]))
                        .toList();
        assertThat(woken.equals(expected))
                .as("the first sleeper out of order is number %d", mismatch(woken, expected))
                .isTrue();
        assertThat(time.passed()).isEqualTo(ms(times[expected.getLast()]));
    }

    private static int mismatch(List<Integer> woken, List<Integer> expected) {
        return Arrays.mismatch(woken.toArray(), expected.toArray());
    }
}
