package echolab.epoll.loop;

import static echolab.epoll.VirtualTime.ms;

import echolab.contract.Expect;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What if somebody hands something in at the worst moment, just when the loop goes to sleep?
@LoopTest
@DisplayName("Going to sleep")
class FallAsleepTest {

    private static final Duration SLEEP = Duration.ofSeconds(2);
    private static final long PROMPT = TimeUnit.SECONDS.toNanos(1);
    private static final int HAND_INS = 2_000;

    @Test
    @Order(1)
    @DisplayName("as long as something is ready, the loop does not sleep")
    void staysAwake() throws Exception {
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
    @DisplayName("what is handed in right after the loop has looked into the inbox wakes it")
    void handedInAfterTheLook() throws Exception {
        var ranAfter =
                Task.run(() -> {
                    var handIn = new HandIn();
                    handIn.afterTheNextLook();
                    return handIn.awaitItAtMost(SLEEP);
                });
        Expect.that(
                "the loop says that it sleeps before it looks into the inbox: who hands something in after that look sees it asleep, and wakes it",
                ranAfter < PROMPT,
                () -> "what was handed in after the look " + lay(ranAfter));
    }

    @Test
    @Order(3)
    @DisplayName("what was handed in while the loop was awake keeps it from sleeping")
    void handedInBeforeTheLook() throws Exception {
        var ranAfter =
                Task.run(() -> {
                    var handIn = new HandIn();
                    handIn.now();
                    return handIn.awaitItAtMost(SLEEP);
                });
        Expect.that(
                "who hands something in to a loop that is awake wakes nobody, so the loop looks into the inbox before it sleeps",
                ranAfter < PROMPT,
                () -> "what was handed in while a task ran " + lay(ranAfter));
    }

    @Test
    @Order(4)
    @DisplayName("of 2,000 things handed in one after the other, none is left lying")
    void handedInAgainAndAgain() throws Exception {
        var longest =
                Task.run(() -> {
                    var loop = Task.current().loop();
                    Task.spawn("sleeper", FallAsleepTest::sleepAgainAndAgain);
                    return Task.blocking(() -> handInAgainAndAgain(loop));
                });
        Expect.that(
                "whenever something is handed in, the loop sees it or is woken",
                longest < PROMPT,
                () -> "one thing " + lay(longest));
    }

    private static String lay(long nanos) {
        return "lay there for %d ms".formatted(TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /// Gives every sleep of the loop an end.
    private static void sleepAgainAndAgain() {
        while (true) {
            Task.sleep(SLEEP);
        }
    }

    /// @return how long the slowest took to be run, in nanoseconds; the first slow one is the last
    private static Long handInAgainAndAgain(EventLoop loop) {
        var ran = new AtomicInteger();
        var longest = 0L;
        for (var i = 1; i <= HAND_INS && longest < PROMPT; i++) {
            var begun = System.nanoTime();
            loop.execute(ran::incrementAndGet);
            while (ran.get() < i) {
                Thread.onSpinWait();
            }
            longest = Math.max(longest, System.nanoTime() - begun);
        }
        return longest;
    }
}
