package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/// A cancel was delivered, and the task has not noticed: it runs, or waits where nothing interrupts, as in `lock()`. What becomes of the
/// cancel when the task leaves the block for which it was meant, or enters another?
@LoopTest
class UnnoticedCancelTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);
    private final ReentrantLock lock = new ReentrantLock();

    /// A task that holds the lock until then.
    private void lockedFor(int millis) {
        Task.spawn(
                "holder",
                () -> {
                    lock.lock();
                    Task.sleep(ms(millis));
                    lock.unlock();
                });
        Task.yield();
    }

    /// Waits for the lock, which no cancel can break off.
    private String waitForTheLock() {
        lock.lock();
        lock.unlock();
        time.log.add("had the lock");
        return "result";
    }

    @Test
    void a_body_whose_time_is_up_where_nothing_interrupts_gives_its_result_and_no_cancel_follows()
            throws Exception {
        time.run(() -> {
            lockedFor(20);
            assertThat(Task.timeout(ms(10), this::waitForTheLock)).isEqualTo("result");
            bodies.sleepOrNot(10, "slept");
            return null;
        });
        assertThat(time.log).containsExactly("had the lock", "slept");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_body_that_waits_again_after_its_time_was_up_is_told_there() throws Exception {
        time.run(() -> {
            lockedFor(20);
            var thrown =
                    catchThrowable(() ->
                            Task.timeout(
                                    ms(10),
                                    () -> {
                                        waitForTheLock();
                                        return time.after(50, "body").call();
                                    }));
            assertThat(thrown).isInstanceOf(TimeoutException.class);
            return null;
        });
        assertThat(time.log).containsExactly("had the lock", "body cancelled");
        assertThat(time.passed()).isEqualTo(ms(20));
    }

    @Test
    void a_block_that_ends_before_it_noticed_that_a_child_failed_leaves_no_cancel_behind()
            throws Exception {
        time.run(() -> {
            lockedFor(20);
            var thrown =
                    catchThrowable(() ->
                            Task.scope(scope -> {
                                scope.spawn("bad", bodies.failsAfter(10, "bad"));
                                scope.spawn("sibling", bodies.cleansUp("sibling", 30));
                                return waitForTheLock();
                            }));
            assertThat(thrown).hasMessage("bad");
            bodies.sleepOrNot(10, "slept");
            return null;
        });
        assertThat(time.log).containsExactly("had the lock", "sibling cleaned up", "slept");
    }

    @Test
    void a_cancel_that_came_where_nothing_interrupts_is_not_lost_on_the_way_out_of_blocks()
            throws Exception {
        time.run(() -> {
            lockedFor(20);
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                Task.timeout(ms(50), () -> Task.scope(_ -> waitForTheLock()));
                                time.log.add("out of both");
                                bodies.sleep(50, "rest");
                            });
            Task.sleep(ms(10));
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("had the lock", "out of both", "rest cancelled");
    }

    @Test
    void a_limit_that_is_set_before_a_cancel_was_noticed_does_not_cut_the_clean_up()
            throws Exception {
        time.run(() -> {
            var self = new Task<?>[1];
            self[0] =
                    Task.spawn(
                            "subject",
                            () -> {
                                self[0].cancel();
                                return Task.timeout(ms(5), bodies.cleansUp("body", 20));
                            });
            assertThat(catchThrowable(self[0]::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("body cleaned up");
        assertThat(time.passed()).isEqualTo(ms(20));
    }

    @Test
    void a_scope_that_is_opened_before_a_cancel_was_noticed_does_not_cut_the_clean_up_of_its_block()
            throws Exception {
        time.run(() -> {
            var self = new Task<?>[1];
            self[0] =
                    Task.spawn(
                            "subject",
                            () -> {
                                self[0].cancel();
                                return Task.scope(scope -> {
                                    scope.spawn("bad", bodies.failsAfter(5, "bad"));
                                    return bodies.cleansUp("block", 20).call();
                                });
                            });
            assertThat(catchThrowable(self[0]::await)).hasMessage("bad");
            return null;
        });
        assertThat(time.log).containsExactly("block cleaned up");
        assertThat(time.passed()).isEqualTo(ms(20));
    }

    @Test
    void of_two_limits_that_are_up_when_a_shield_ends_the_outer_one_throws() throws Exception {
        time.run(() -> {
            Callable<String> body =
                    () -> {
                        Task.shield(time.after(30, "shielded"));
                        return time.after(50, "rest").call();
                    };
            var thrown =
                    catchThrowable(() ->
                            Task.timeout(
                                    ms(20),
                                    () -> {
                                        try {
                                            return Task.timeout(ms(10), body);
                                        } catch (TimeoutException e) {
                                            time.log.add("inner is out of time");
                                            throw e;
                                        }
                                    }));
            assertThat(thrown).isInstanceOf(TimeoutException.class).hasMessageContaining("20 ms");
            return null;
        });
        assertThat(time.log).containsExactly("shielded", "rest cancelled");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void of_a_limit_and_a_cancel_that_are_there_when_a_shield_ends_the_cancel_is_thrown()
            throws Exception {
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () ->
                                    Task.timeout(
                                            ms(10),
                                            () -> {
                                                Task.shield(time.after(30, "shielded"));
                                                return time.after(50, "rest").call();
                                            }));
            Task.sleep(ms(20));
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            assertThat(task.isCancelled()).isTrue();
            return null;
        });
        assertThat(time.log).containsExactly("shielded", "rest cancelled");
    }

    @Test
    void a_body_whose_time_is_up_before_it_enters_a_shield_is_told_after_it() throws Exception {
        time.run(() -> {
            lockedFor(20);
            var thrown =
                    catchThrowable(() ->
                            Task.timeout(
                                    ms(10),
                                    () -> {
                                        waitForTheLock();
                                        Task.shield(time.after(30, "shielded"));
                                        return time.after(50, "rest").call();
                                    }));
            assertThat(thrown).isInstanceOf(TimeoutException.class);
            return null;
        });
        assertThat(time.log).containsExactly("had the lock", "shielded", "rest cancelled");
        assertThat(time.passed()).isEqualTo(ms(50));
    }
}
