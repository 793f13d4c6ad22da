package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How often does a task hear that it was cancelled? Once, whoever says it and how often; and never not at all.
@LoopTest
class CancelOnceTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    @Test
    void two_cancels_in_one_turn_are_one() throws Exception {
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                bodies.sleepOrNot(100, "first");
                                bodies.sleepOrNot(100, "second");
                            });
            Task.yield();
            task.cancel();
            task.cancel();
            task.await();
            return null;
        });
        assertThat(time.log).containsExactly("first cancelled", "second");
        assertThat(time.passed()).isEqualTo(ms(100));
    }

    @Test
    void a_second_cancel_during_the_clean_up_does_not_cut_it_short() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", bodies.cleansUp("subject", 50));
            Task.sleep(ms(10));
            task.cancel();
            Task.sleep(ms(10));
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            assertThat(task.isCancelled()).isTrue();
            return null;
        });
        assertThat(time.log).containsExactly("subject cleaned up");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void a_task_that_swallowed_a_cancel_hears_of_no_other() throws Exception {
        time.run(() -> {
            var task = Task.spawn("stubborn", bodies.givesAllTheSame("done", 50));
            for (var i = 0; i < 4; i++) {
                Task.sleep(ms(10));
                task.cancel();
            }
            assertThat(task.await()).isEqualTo("done");
            return null;
        });
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void a_task_that_gives_a_result_although_it_was_cancelled_has_succeeded() throws Exception {
        time.run(() -> {
            var task = Task.spawn("stubborn", bodies.givesAllTheSame("done", 0));
            Task.yield();
            task.cancel();
            assertThat(task.await()).isEqualTo("done");
            assertThat(task.isDone()).isTrue();
            assertThat(task.isCancelled()).isFalse();
            return null;
        });
    }

    @Test
    void a_task_that_does_not_wait_after_its_cancel_ends_as_if_there_had_been_none()
            throws Exception {
        time.run(() -> {
            var self = new AtomicReference<Task<String>>();
            self.set(
                    Task.spawn(
                            "subject",
                            () -> {
                                self.get().cancel();
                                return "done";
                            }));
            assertThat(self.get().await()).isEqualTo("done");
            assertThat(self.get().isCancelled()).isFalse();
            return null;
        });
    }

    /// Where a task can wait although nothing keeps it waiting for long.
    enum Wait {
        YIELD,
        SLEEP,
        NO_SLEEP,
        AWAIT,
        SCOPE,
        GATHER,
        RACE,
        TIMEOUT,
        BLOCKING;

        void begin() throws Exception {
            switch (this) {
                case YIELD -> Task.yield();
                case SLEEP -> Task.sleep(ms(10));
                case NO_SLEEP -> Task.sleep(ms(0));
                case AWAIT -> Task.spawn("other", () -> Task.sleep(ms(10))).await();
                case SCOPE -> Task.scope(scope -> scope.spawn("child", () -> Task.sleep(ms(10))));
                case GATHER -> Task.gather(() -> 1, () -> 2);
                case RACE -> Task.race(() -> 1, () -> 2);
                case TIMEOUT -> Task.timeout(ms(20), Task.callable(() -> Task.sleep(ms(10))));
                case BLOCKING -> Task.blocking(() -> 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cancel_while_the_task_runs_is_thrown_by_its_next_wait(Wait wait) throws Exception {
        time.run(() -> {
            var self = new AtomicReference<Task<?>>();
            self.set(
                    Task.spawn(
                            "subject",
                            () -> {
                                self.get().cancel();
                                time.log.add("went on");
                                wait.begin();
                                time.log.add("was not told");
                            }));
            assertThat(catchThrowable(self.get()::await)).isInstanceOf(CancellationException.class);
            assertThat(self.get().isCancelled()).isTrue();
            return null;
        });
        assertThat(time.log).containsExactly("went on");
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_wait_works_in_the_clean_up_of_a_cancelled_task(Wait wait) throws Exception {
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                try {
                                    Bodies.sleepForADay();
                                } finally {
                                    wait.begin();
                                    time.log.add("cleaned up");
                                }
                            });
            Task.yield();
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("cleaned up");
    }

    @Test
    void the_clean_up_of_a_cancelled_task_sees_no_interrupt() throws Exception {
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                try {
                                    Bodies.sleepForADay();
                                } finally {
                                    time.log.add("interrupted " + Thread.interrupted());
                                    Thread.sleep(ms(10));
                                    time.log.add("slept in the JDK");
                                }
                            });
            Task.yield();
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("interrupted false", "slept in the JDK");
    }

    @Test
    void a_cancelled_task_that_never_began_runs_no_clean_up_either() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", bodies.cleansUp("subject", 10));
            task.cancel();
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            assertThat(task.isCancelled()).isTrue();
            return null;
        });
        assertThat(time.log).isEmpty();
        assertThat(time.passed()).isZero();
    }

    @Test
    void a_cancelled_task_whose_clean_up_fails_has_failed() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", bodies.failsToCleanUp("subject", 10));
            Task.yield();
            task.cancel();
            assertThat(catchThrowable(task::await))
                    .isInstanceOf(Bodies.Fault.class)
                    .hasMessage("subject could not clean up");
            assertThat(task.isCancelled()).isFalse();
            return null;
        });
    }

    /// Otherwise whoever awaits would be told that somebody gave the task up, and nobody did.
    @Test
    void a_cancellation_exception_of_nobodys_making_is_a_failure() throws Exception {
        time.run(() -> {
            var own = new CancellationException("a call of my own was called off");
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                throw own;
                            });
            assertThat(catchThrowable(task::await)).isSameAs(own);
            assertThat(task.isDone()).isTrue();
            assertThat(task.isCancelled()).isFalse();
            return null;
        });
    }

    @Test
    void a_cancel_after_the_end_changes_neither_a_failure_nor_a_cancel() throws Exception {
        time.run(() -> {
            var failed = Task.spawn("failed", bodies.failsAfter(0, "no"));
            var cancelled = Task.spawn("cancelled", Bodies::sleepForADay);
            Task.sleep(ms(1));
            cancelled.cancel();
            Task.sleep(ms(1));
            for (var task : List.of(failed, cancelled)) {
                assertThat(task.isDone()).isTrue();
                task.cancel();
            }
            assertThat(catchThrowable(failed::await)).hasMessage("no");
            assertThat(failed.isCancelled()).isFalse();
            assertThat(cancelled.isCancelled()).isTrue();
            return null;
        });
    }

    /// What the task awaits ends, and in the same turn somebody cancels it: it was woken, but has not run yet.
    @Test
    void a_cancel_of_a_task_that_was_woken_but_has_not_run_is_told_once() throws Exception {
        time.run(() -> {
            var awaited = Task.spawn("awaited", () -> Task.sleep(ms(10)));
            var subject = Task.spawn("subject", () -> awaitAndSleep(awaited));
            Task.yield();
            var canceller = Task.spawn("canceller", () -> Task.sleep(ms(10)));
            canceller.await();
            assertThat(awaited.isDone()).as("they end in the same turn").isTrue();
            subject.cancel();
            subject.await();
            return null;
        });
        assertThat(time.log).filteredOn(line -> line.endsWith("cancelled")).hasSize(1);
    }

    private void awaitAndSleep(Task<?> awaited) throws Exception {
        try {
            awaited.await();
        } catch (CancellationException _) {
            time.log.add("await cancelled");
        }
        bodies.sleepOrNot(10, "next");
        bodies.sleepOrNot(10, "the one after");
    }

    @Test
    void cancels_from_many_threads_at_once_are_one() throws Exception {
        time.run(() -> {
            var canBeWoken = new CountDownLatch(1);
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                for (var i = 0; i < 2; i++) {
                                    try {
                                        canBeWoken.await();
                                        time.log.add("came to its end");
                                    } catch (InterruptedException _) {
                                        time.log.add("cancelled");
                                    }
                                }
                            });
            Task.yield();
            var threads = new ArrayList<Thread>();
            for (var i = 0; i < 8; i++) {
                threads.add(Thread.ofPlatform().start(task::cancel));
            }
            for (var thread : threads) {
                thread.join();
            }
            Task.yield();
            canBeWoken.countDown();
            task.await();
            return null;
        });
        assertThat(time.log).containsExactly("cancelled", "came to its end");
    }

    @Test
    void a_cancelled_task_that_waits_in_the_jdk_is_cancelled_and_not_failed() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", () -> Thread.sleep(ms(1000)));
            Task.yield();
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            assertThat(task.isCancelled()).isTrue();
            return null;
        });
    }

    @Test
    void a_task_that_cancels_another_is_not_cancelled_itself() throws Exception {
        time.run(() -> {
            var other = Task.spawn("other", Bodies::sleepForADay);
            Task.yield();
            other.cancel();
            assertThat(catchThrowable(other::await)).isInstanceOf(CancellationException.class);
            bodies.sleepOrNot(10, "slept");
            return null;
        });
        assertThat(time.log).containsExactly("slept");
    }

    @Test
    void a_child_of_a_task_that_swallowed_its_cancel_lives() throws Exception {
        time.run(() -> {
            var task =
                    Task.spawn(
                            "stubborn",
                            () -> {
                                bodies.sleepOrNot(100, "owner");
                                Task.scope(scope -> scope.spawn("child", time.after(10, "child")));
                            });
            Task.yield();
            task.cancel();
            task.await();
            return null;
        });
        assertThat(time.log).containsExactly("owner cancelled", "child");
    }
}
