package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.VirtualTime;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What does a task see of a call that blocks a thread, and what does that thread see of the task?
@LoopTest
class BlockingBehaviourTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    @Test
    void a_blocking_call_runs_on_a_platform_thread_and_gives_its_result() throws Exception {
        assertThat(time.run(() -> Task.blocking(() -> Thread.currentThread().isVirtual())))
                .isFalse();
    }

    @Test
    void what_a_blocking_call_throws_is_thrown_as_it_is() {
        var failure = new IOException("the call's own");
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.blocking(() -> {
                                    throw failure;
                                })))
                .isSameAs(failure);
    }

    @Test
    void an_error_of_a_blocking_call_is_thrown_as_it_is() {
        var error = new LinkageError("not a real one");
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.blocking(() -> {
                                    throw error;
                                })))
                .isSameAs(error);
    }

    @Test
    void a_cancel_is_thrown_at_once_and_interrupts_the_thread() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        time.run(() -> {
            var task = Task.spawn("subject", () -> Task.blocking(() -> block(begun, interrupted)));
            begun.await();
            task.cancel();
            assertThat(catchThrowable(task::await))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("task subject was cancelled");
            assertThat(task.isCancelled()).isTrue();
            interrupted.await(); // not by the end of the loop, which interrupts as well
            return null;
        });
    }

    private static Void block(CountDownLatch begun, CountDownLatch interrupted) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            interrupted.countDown();
        }
        return null;
    }

    /// A system call may not listen. The task is let go all the same.
    @Test
    void a_call_that_does_not_listen_does_not_hold_up_its_cancelled_task() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        time.run(() -> {
            var task = Task.spawn("subject", () -> Task.blocking(() -> ignore(begun, goOn, ended)));
            begun.await();
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            assertThat(ended.getCount()).isEqualTo(1);
            goOn.countDown();
            return null;
        });
        ended.await();
    }

    private static Void ignore(CountDownLatch begun, CountDownLatch goOn, CountDownLatch ended) {
        begun.countDown();
        while (goOn.getCount() > 0) {
            Thread.onSpinWait();
        }
        ended.countDown();
        return null;
    }

    @Test
    void a_blocking_call_that_lasts_too_long_ends_with_its_limit() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.timeout(
                                        ms(10),
                                        () ->
                                                Task.blocking(() -> {
                                                    new CountDownLatch(1).await();
                                                    return null;
                                                }))))
                .isInstanceOf(TimeoutException.class);
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    /// The call has ended, but its task has not run since, when it is cancelled: nobody gets what the call gave.
    @Test
    void what_a_call_gave_in_the_turn_in_which_its_task_was_cancelled_is_closed() throws Exception {
        var runner = new AtomicReference<Thread>();
        var closed = new CountDownLatch(1);
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () ->
                                    Task.blocking(() -> {
                                        runner.set(Thread.currentThread());
                                        return (AutoCloseable) closed::countDown;
                                    }));
            Task.yield();
            // the loop is held on purpose: the task must not run before it is cancelled
            while (runner.get() == null || isBusy(runner.get())) {
                Thread.onSpinWait();
            }
            task.cancel();
            var thrown = catchThrowable(task::await);
            if (thrown == null) {
                task.await().close(); // it was given to somebody after all
            } else {
                assertThat(thrown).isInstanceOf(CancellationException.class);
            }
            return null;
        });
        assertThat(closed.getCount()).as("what is left to be closed").isZero();
    }

    @Test
    void what_a_call_gives_after_its_task_was_cancelled_is_closed() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () ->
                                    Task.blocking(() -> {
                                        ignore(begun, goOn, new CountDownLatch(1));
                                        return (AutoCloseable) closed::countDown;
                                    }));
            begun.await();
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            goOn.countDown();
            closed.await();
            return null;
        });
    }

    /// All threads are taken; the call of the cancelled task stands in the queue, before that of another one.
    @Test
    void a_call_that_waits_for_its_turn_never_begins_once_its_task_is_cancelled() throws Exception {
        var begun = new CountDownLatch(64);
        var goOn = new CountDownLatch(1);
        time.run(() -> {
            for (var i = 0; i < 64; i++) {
                Task.spawn("taker", () -> Task.blocking(() -> waitFor(begun, goOn)));
            }
            begun.await();
            var late = Task.spawn("late", () -> Task.blocking(() -> time.log.add("began")));
            var last = Task.spawn("last", () -> Task.blocking(() -> "last"));
            Task.yield();
            late.cancel();
            assertThat(catchThrowable(late::await)).isInstanceOf(CancellationException.class);
            goOn.countDown();
            assertThat(last.await()).isEqualTo("last");
            return null;
        });
        assertThat(time.log).isEmpty();
    }

    /// A thread of a pool that has done its work waits for more.
    private static boolean isBusy(Thread thread) {
        var state = thread.getState();
        return state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED;
    }

    @Test
    void a_blocking_call_inside_a_shield_is_not_interrupted_by_a_cancel() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                var result =
                                        Task.shield(
                                                () -> Task.blocking(() -> waitFor(begun, goOn)));
                                time.log.add(result);
                                Task.yield();
                                time.log.add("was not told");
                            });
            begun.await();
            task.cancel();
            bodies.sleepOrNot(10, "main slept");
            goOn.countDown();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("main slept", "came to its end");
    }

    private static String waitFor(CountDownLatch begun, CountDownLatch goOn) throws Exception {
        begun.countDown();
        goOn.await();
        return "came to its end";
    }

    /// With one thread, calls run one after the other: when the last has ended, so have those before it.
    private <T> T runWithOneThread(Callable<T> main) throws Exception {
        System.setProperty(BlockingCalls.LIMIT, "1");
        try {
            return time.run(main);
        } finally {
            System.clearProperty(BlockingCalls.LIMIT);
        }
    }

    @Test
    void a_task_that_was_cancelled_before_begins_no_call() throws Exception {
        runWithOneThread(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                Task.current().cancel();
                                Task.blocking(() -> time.log.add("began"));
                            });
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return Task.blocking(() -> "last");
        });
        assertThat(time.log).isEmpty();
    }

    @Test
    void a_call_that_fails_after_its_task_was_cancelled_is_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            runWithOneThread(() -> {
                cancelInCall(() -> {
                    Bodies.fail("too late");
                    return null;
                });
                return Task.blocking(() -> "last");
            });
            assertThat(logged.messages())
                    .containsExactly(
                            "a blocking call of task subject failed after its task was cancelled");
            assertThat(logged.thrown().getFirst()).hasMessage("too late");
        }
    }

    @Test
    void a_call_that_ends_by_its_interrupt_is_not_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            runWithOneThread(() -> {
                cancelInCall(() -> {
                    throw new InterruptedException("as it was told");
                });
                return Task.blocking(() -> "last");
            });
            assertThat(logged.messages()).isEmpty();
        }
    }

    @Test
    void what_a_call_gives_to_a_cancelled_task_and_does_not_close_is_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            runWithOneThread(() -> {
                cancelInCall(() -> (AutoCloseable) () -> Bodies.fail("could not close"));
                return Task.blocking(() -> "last");
            });
            assertThat(logged.messages())
                    .containsExactly(
                            "a blocking call of task subject gave a result that did not close after its task was cancelled");
            assertThat(logged.thrown().getFirst()).hasMessage("could not close");
        }
    }

    /// Cancels a task within such a call, which comes to its end all the same.
    private static void cancelInCall(Callable<?> end) throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var task =
                Task.spawn(
                        "subject",
                        () ->
                                Task.blocking(() -> {
                                    ignore(begun, goOn, new CountDownLatch(1));
                                    return end.call();
                                }));
        begun.await();
        task.cancel();
        assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
        goOn.countDown();
    }

    @Test
    @Tag("stress") // it takes these ten seconds
    void a_thread_that_has_had_no_call_for_ten_seconds_goes() throws Exception {
        Task.run(() -> {
            var thread = Task.blocking(Thread::currentThread);
            Until.holds("it has gone", () -> !thread.isAlive(), thread::getState);
            return null;
        });
    }
}
