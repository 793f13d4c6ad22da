package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.loop.Clock;
import echolab.process.ProcessFigures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Is a task that holds up all others found, and no other accused?
@LoopTest
class SlowTaskWatchTest {

    private static final Duration THRESHOLD = ms(20);
    private static final Duration MUCH_LONGER = THRESHOLD.multipliedBy(6);

    /// Some 10 s: a loop that spins on a flag looks at no clock, which would be the top of its stack.
    private static final long TURNS = 10_000_000_000L;

    private boolean spinUntilReported(Logged logged, int before) {
        for (var i = 0L; i < TURNS; i++) {
            if (logged.count > before) {
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
    void a_task_that_holds_the_loop_is_reported_once_with_its_line() throws Exception {
        try (var logged = Logged.by(SlowTaskWatch.class)) {
            Task.run(
                    Clock.SYSTEM,
                    THRESHOLD,
                    () -> {
                        var hog =
                                Task.spawn(
                                        "hog",
                                        () -> {
                                            assertThat(spinUntilReported(logged, logged.count))
                                                    .isTrue();
                                            hold(MUCH_LONGER);
                                        });
                        hog.await();
                        return null;
                    });
            // on a busy machine main may hold the loop, too, while it waits for a CPU
            assertThat(logged.messages())
                    .filteredOn(message -> message.startsWith("task hog "))
                    .singleElement()
                    .asString()
                    .startsWith("task hog has held the event loop for more than 20 ms, at ")
                    .containsPattern(
                            "SlowTaskWatchTest\\.spinUntilReported\\(SlowTaskWatchTest\\.java:\\d+\\)")
                    .contains("move the work into Task.blocking");
        }
    }

    @Test
    void the_same_task_is_reported_again_when_it_holds_the_loop_again() throws Exception {
        try (var logged = Logged.by(SlowTaskWatch.class)) {
            Task.run(
                    Clock.SYSTEM,
                    THRESHOLD,
                    () -> {
                        assertThat(spinUntilReported(logged, 0)).isTrue();
                        Task.yield();
                        assertThat(spinUntilReported(logged, 1)).isTrue();
                        return null;
                    });
            assertThat(logged.messages()).hasSize(2);
        }
    }

    /// A task that waits for a CPU holds the loop like one that works. So one loop of several will do in which none had to: to
    /// accuse those that wait would accuse them in each.
    @Test
    void tasks_that_wait_are_not_reported_however_long() throws Exception {
        var reported = List.of("");
        for (var loops = 0; loops < 10 && !reported.isEmpty(); loops++) {
            try (var logged = Logged.by(SlowTaskWatch.class)) {
                Task.run(
                        Clock.SYSTEM,
                        ms(200),
                        () ->
                                Task.gather(
                                        Task.callable(() -> Task.sleep(ms(500))),
                                        Task.callable(() -> Thread.sleep(ms(500)))));
                reported = logged.messages();
            }
        }
        assertThat(reported).isEmpty();
    }

    /// They keep the loop busy, and none of them holds it. As above, one loop of several will do.
    @Test
    void tasks_that_give_way_are_not_reported_however_busy_the_loop() throws Exception {
        var reported = List.of("");
        for (var loops = 0; loops < 10 && !reported.isEmpty(); loops++) {
            try (var logged = Logged.by(SlowTaskWatch.class)) {
                Task.run(Clock.SYSTEM, ms(200), () -> giveWay(ms(500)));
                reported = logged.messages();
            }
        }
        assertThat(reported).isEmpty();
    }

    private static Void giveWay(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            hold(ms(20)); // so that a look finds it at work
            Task.yield();
        }
        return null;
    }

    /// A class whose initialiser waits, in its class loader, until it was reported that it does.
    private static final class WaitsWhenItIsLoaded {
        static {
            ((Runnable) WaitsWhenItIsLoaded.class.getClassLoader()).run();
        }
    }

    /// A class is initialised once for each class loader: with a new one the test can be repeated.
    private static final class WaitingLoader extends ClassLoader implements Runnable {

        private final Logged logged;

        WaitingLoader(Logged logged) {
            this.logged = logged;
        }

        void initialise(Class<?> type) throws Exception {
            var file = type.getName().replace('.', '/') + ".class";
            try (var in = type.getClassLoader().getResourceAsStream(file)) {
                var bytes = in.readAllBytes();
                var anew = defineClass(type.getName(), bytes, 0, bytes.length);
                Class.forName(anew.getName(), true, this);
            }
        }

        @Override
        public void run() {
            var reported = new CountDownLatch(1);
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        Until.holds("it is reported", () -> logged.count > 0, () -> "nothing");
                        reported.countDown();
                    });
            try {
                reported.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_task_that_waits_in_a_static_initialiser_is_reported_with_the_frame_that_pins_it()
            throws Exception {
        try (var logged = Logged.by(SlowTaskWatch.class)) {
            Task.run(
                    Clock.SYSTEM,
                    THRESHOLD,
                    () -> {
                        new WaitingLoader(logged).initialise(WaitsWhenItIsLoaded.class);
                        return null;
                    });
            assertThat(logged.messages())
                    .anySatisfy(message ->
                            assertThat(message)
                                    .startsWith("task main has held the event loop")
                                    .contains("where it waits with the thread, pinned by")
                                    .contains("WaitsWhenItIsLoaded.<clinit>"));
        }
    }

    /// As when the system has no thread left.
    @Test
    void a_watch_that_does_not_start_leaves_no_loop_open() {
        var before = descriptors();
        for (var i = 0; i < 50; i++) {
            assertThatNullPointerException()
                    .isThrownBy(() -> Task.run(Clock.SYSTEM, null, () -> "never"));
        }
        assertThat(descriptors()).as("open descriptors").isLessThan(before + 50);
    }

    private static long descriptors() {
        return new ProcessFigures(ProcessHandle.current()).descriptors().orElseThrow();
    }

    @Test
    void an_interrupt_that_comes_while_the_watch_is_ended_is_kept() throws Exception {
        var root = Task.run(() -> Task.current().root);
        var watch = new SlowTaskWatch(root, THRESHOLD);
        Thread.currentThread().interrupt();
        watch.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void the_thread_of_a_watch_has_ended_when_the_watch_is_closed() throws Exception {
        var root = Task.run(() -> Task.current().root);
        var watch = new SlowTaskWatch(root, THRESHOLD);
        var name = "slow-task watch of " + root.loop.name();
        var watcher =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals(name))
                        .findAny()
                        .orElseThrow();
        watch.close();
        assertThat(watcher.isAlive()).isFalse();
    }
}
