package echolab.epoll.loop;

import static echolab.epoll.VirtualTime.ms;

import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What if somebody hands something in at the worst moment, just when the loop goes to sleep?
@LoopTest
@DisplayName("Going to sleep")
class FallAsleepTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int SPINS = 1_000;
    private static final int HAND_INS = 2_000;

    @Test
    @Order(1)
    void as_long_as_something_is_ready_the_loop_does_not_sleep() throws Exception {
        var time = new VirtualTime();
        time.run(() -> {
            for (var i = 1; i <= 10; i++) {
                Task.current().loop().after(ms(10 * i), () -> {});
            }
            for (var turn = 0; turn < 5; turn++) {
                Task.yield();
            }
            Expect.that(
                    "a task is ready all the time, so events are asked for, but not waited for",
                    time.passed().isZero(),
                    () -> "it waited %d ms for a timer".formatted(time.passed().toMillis()));
            return null;
        });
    }

    @Test
    @Order(2)
    void what_is_handed_in_right_after_the_loop_has_looked_into_the_inbox_wakes_it()
            throws Exception {
        var ran =
                Task.run(() -> {
                    var handIn = new HandIn();
                    handIn.afterTheNextLook();
                    return handIn.runs(PATIENCE);
                });
        Expect.that(
                "the loop says that it sleeps before it looks into the inbox: who hands something in after that look sees it asleep, and wakes it",
                ran,
                () -> "the loop slept, and what was handed in after the look lay there");
    }

    @Test
    @Order(3)
    void what_was_handed_in_while_the_loop_was_awake_keeps_it_from_sleeping() throws Exception {
        var ran =
                Task.run(() -> {
                    var handIn = new HandIn();
                    handIn.now();
                    return handIn.runs(PATIENCE);
                });
        Expect.that(
                "who hands something in to a loop that is awake wakes nobody, so the loop looks into the inbox before it sleeps",
                ran,
                () -> "the loop slept, and what was handed in while a task ran lay there");
    }

    @Test
    @Order(4)
    void of_2000_things_handed_in_one_after_the_other_none_is_left_lying() throws Exception {
        var ran =
                Task.run(() -> {
                    var task = Task.current();
                    return Task.blocking(() -> handInAgainAndAgain(task));
                });
        Expect.that(
                "whenever something is handed in, the loop sees it or is woken",
                ran == HAND_INS,
                () -> "the loop slept, and thing %,d lay there".formatted(ran + 1));
    }

    /// @return how many were run; the first that lies there is the last
    private static int handInAgainAndAgain(Task<?> task) {
        var ran = new AtomicInteger();
        var count = 0;
        while (count < HAND_INS && isRun(task.loop(), ran, count + 1)) {
            count++;
        }
        // that this task has ended is handed in as well
        Thread.ofPlatform().daemon().start(() -> HandIn.wakeToTheEnd(task));
        return count;
    }

    private static boolean isRun(EventLoop loop, AtomicInteger ran, int count) {
        loop.execute(ran::incrementAndGet);
        for (var spins = 0; spins < SPINS && ran.get() < count; spins++) {
            Thread.onSpinWait();
        }
        return ran.get() == count || new Patience(PATIENCE).sees(() -> ran.get() == count);
    }
}
