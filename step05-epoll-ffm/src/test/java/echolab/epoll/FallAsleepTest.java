package echolab.epoll;

import static echolab.epoll.VirtualTime.ms;

import echolab.contract.Expect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
                EventLoop.current().after(ms(10 * i), () -> {});
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
    @DisplayName("what is handed in while the loop works out how long to sleep wakes it")
    void handedInMeanwhile() throws Exception {
        var clock = new HandsInLate();
        EventLoop.run(
                clock,
                Duration.ofSeconds(10),
                () -> {
                    clock.waiting = Thread.currentThread();
                    clock.loop = EventLoop.current();
                    var timer = clock.loop.after(SLEEP, () -> LockSupport.unpark(clock.waiting));
                    while (clock.ranAfter == 0 && timer.isPending()) {
                        LockSupport.park();
                    }
                    clock.loop.timers.cancel(timer);
                    return null;
                });
        Expect.that(
                "the loop says that it sleeps before it looks into the inbox: who hands something in after that look sees it asleep, and wakes it",
                clock.ranAfter < PROMPT,
                () ->
                        "what was handed in between the two lay there for %d ms"
                                .formatted(TimeUnit.NANOSECONDS.toMillis(clock.ranAfter)));
    }

    /// Hands something in from another thread the first time that the loop asks how long it may sleep.
    private static final class HandsInLate implements Clock {

        private EventLoop loop;
        private Thread waiting;
        private boolean handedIn;
        private volatile long ranAfter;

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public long nanosUntil(long deadline) {
            if (loop != null && !handedIn) {
                handedIn = true;
                handIn();
            }
            return deadline - nanoTime();
        }

        private void handIn() {
            var begun = System.nanoTime();
            try {
                Thread.ofPlatform()
                        .start(() ->
                                loop.execute(() -> {
                                    ranAfter = System.nanoTime() - begun;
                                    LockSupport.unpark(waiting);
                                }))
                        .join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("of 2,000 things handed in one after the other, none is left lying")
    void handedInAgainAndAgain() throws Exception {
        var longest =
                EventLoop.run(() -> {
                    var loop = EventLoop.current();
                    Task.spawn("sleeper", FallAsleepTest::sleepAgainAndAgain);
                    return Task.blocking(() -> handInAgainAndAgain(loop));
                });
        Expect.that(
                "whenever something is handed in, the loop sees it or is woken",
                longest < PROMPT,
                () ->
                        "one thing lay there for %d ms"
                                .formatted(TimeUnit.NANOSECONDS.toMillis(longest)));
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
