package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.VirtualTime;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/// Who can disturb a loop from outside? Whoever interrupts its thread, and whoever hands it something that throws.
@LoopTest
class InterruptTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void an_interrupt_of_the_thread_that_waits_for_events_cancels_main() throws Exception {
        var asleep = new CountDownLatch(1);
        var thread = new Thread[1];
        var cleanedUp = new CountDownLatch(1);
        var running =
                new FutureTask<>(() -> {
                    try {
                        return Task.run(() -> {
                            asleep.countDown();
                            try {
                                Task.sleep(DAY);
                            } finally {
                                Task.sleep(Duration.ofMillis(1));
                                cleanedUp.countDown();
                            }
                            return null;
                        });
                    } catch (CancellationException _) {
                        return "cancelled, " + Thread.currentThread().isInterrupted();
                    }
                });
        thread[0] = Thread.ofPlatform().start(running);
        asleep.await();
        thread[0].interrupt();
        assertThat(running.get()).isEqualTo("cancelled, true");
        assertThat(cleanedUp.getCount()).isZero();
    }

    /// The JVM clears the flag of a carrier when a virtual thread comes or goes.
    @Test
    void an_interrupt_that_comes_while_a_task_runs_is_not_lost() {
        assertThatThrownBy(() ->
                        Task.run(() -> {
                            var carrier = Task.current().loop().thread();
                            var other = Thread.ofPlatform().start(carrier::interrupt);
                            while (other.isAlive()) {
                                Thread.onSpinWait();
                            }
                            Task.sleep(DAY);
                            return null;
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void on_a_thread_that_was_interrupted_before_main_does_not_begin() {
        var began = new ArrayList<String>();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Task.run(() -> began.add("main")))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(began).isEmpty();
    }

    @Test
    void what_throws_ends_neither_the_loop_nor_its_tasks() throws Exception {
        try (var logged = Logged.by(EventLoop.class)) {
            var time = new VirtualTime();
            time.run(() -> {
                var loop = Task.current().loop();
                Task.spawn("sleeper", time.after(10, "sleeper"));
                loop.execute(VirtualTime::fail);
                loop.after(Duration.ofMillis(5), () -> throwError());
                loop.after(Duration.ofMillis(5), () -> time.log.add("the timer behind it"));
                Thread.ofPlatform().start(() -> loop.execute(VirtualTime::fail)).join();
                Until.holds("all threw", () -> logged.count == 3, logged::messages);
                Task.sleep(Duration.ofMillis(20));
                return null;
            });
            assertThat(time.log).containsExactly("the timer behind it", "sleeper");
        }
    }

    private static void throwError() {
        throw new StackOverflowError("on purpose");
    }

    @Test
    void an_interrupt_that_comes_while_the_loop_ends_is_kept_and_does_not_cut_the_cleaning_up()
            throws Exception {
        var time = new VirtualTime();
        var result =
                time.run(() -> {
                    var carrier = Task.current().loop().thread();
                    Task.spawn("left", () -> cleanUp(time, carrier));
                    Task.yield();
                    return "main's";
                });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isEqualTo("main's");
        assertThat(time.log).containsExactly("cleaned up");
    }

    private static void cleanUp(VirtualTime time, Thread carrier) {
        try {
            Task.sleep(DAY);
        } finally {
            var other = Thread.ofPlatform().start(carrier::interrupt);
            while (other.isAlive()) {
                Thread.onSpinWait(); // a join looks at the flag of the carrier, too
            }
            Task.sleep(Duration.ofMillis(1));
            time.log.add("cleaned up");
        }
    }
}
