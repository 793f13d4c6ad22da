package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.loop.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Is a task that holds up all others found, and no other accused?
@LoopTest
class SlowTaskWatchTest {

    private static final Duration THRESHOLD = ms(20);
    private static final Duration MUCH_LONGER = THRESHOLD.multipliedBy(6);

    /// Some 10 s: a loop that spins on a flag looks at no clock, which would be the top of its stack.
    private static final long TURNS = 10_000_000_000L;

    private boolean spinUntilReported(Logged logged) {
        for (var i = 0L; i < TURNS; i++) {
            if (logged.any) {
                return true;
            }
        }
        return false;
    }

    private static void hold(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aTaskThatHoldsTheLoopIsReportedOnceWithItsLine() throws Exception {
        try (var logged = Logged.by(SlowTaskWatch.class)) {
            Task.run(
                    Clock.SYSTEM,
                    THRESHOLD,
                    () -> {
                        var hog =
                                Task.spawn(
                                        "hog",
                                        () -> {
                                            assertThat(spinUntilReported(logged)).isTrue();
                                            hold(MUCH_LONGER);
                                        });
                        hog.await();
                        return null;
                    });
            assertThat(logged.messages()).hasSize(1);
            assertThat(logged.messages().getFirst())
                    .startsWith("task hog has held the event loop for more than 20 ms, at ")
                    .containsPattern(
                            "SlowTaskWatchTest\\.spinUntilReported\\(SlowTaskWatchTest\\.java:\\d+\\)")
                    .contains("move the work into Task.blocking");
        }
    }

    @Test
    void theSameTaskIsReportedAgainWhenItHoldsTheLoopAgain() throws Exception {
        try (var logged = Logged.by(SlowTaskWatch.class)) {
            Task.run(
                    Clock.SYSTEM,
                    THRESHOLD,
                    () -> {
                        assertThat(spinUntilReported(logged)).isTrue();
                        Task.yield();
                        logged.any = false;
                        assertThat(spinUntilReported(logged)).isTrue();
                        return null;
                    });
            assertThat(logged.messages()).hasSize(2);
        }
    }

    @Test
    void tasksThatWaitAreNotReportedHoweverLong() throws Exception {
        try (var logged = Logged.by(SlowTaskWatch.class)) {
            Task.run(
                    Clock.SYSTEM,
                    ms(200),
                    () ->
                            Task.gather(
                                    Task.callable(() -> Task.sleep(ms(500))),
                                    Task.callable(() -> Thread.sleep(ms(500)))));
            assertThat(logged.messages()).isEmpty();
        }
    }
}
