package echolab.epoll.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Can a task be ended wherever it is, and does the loop go on after it?
@LoopTest
class TaskCancelTest {

    private final List<String> log = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void a_task_can_be_cancelled_wherever_it_waits(Waiting waiting) throws Exception {
        // the system's clock: in some of these nothing but real time passes
        Task.run(() -> {
            var task = Task.spawn("waiter", () -> logEnd(waiting::begin));
            untilOneIsIn(waiting);
            assertThat(log).isEmpty();
            task.cancel();
            assertThat(catchThrowable(task::await))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("task waiter was cancelled");
            assertThat(task.isCancelled()).isTrue();
            assertThat(Task.gather(() -> 1, () -> 2)).containsExactly(1, 2);
            return null;
        });
        assertThat(log).containsExactly("finally");
    }

    private void logEnd(Task.Action body) throws Exception {
        try {
            body.run();
        } finally {
            log.add("finally");
        }
    }

    /// One of the loop's tasks other than this: `connect` waits in a task of its own.
    private static void untilOneIsIn(Waiting waiting) {
        var own = Task.current();
        var tasks = own.all();
        Until.holds(
                "a task waits in " + waiting,
                () -> tasks.stream().anyMatch(t -> t != own && waiting.isWhere(t.thread)),
                () -> tasks.stream().map(t -> t + " " + t.thread.getState()).toList());
    }

    /// To enter a monitor cannot be interrupted, in any thread. The cancel takes effect at the wait after it.
    @Test
    void a_task_that_waits_for_a_monitor_is_cancelled_once_it_has_it() throws Exception {
        var monitor = new Object();
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var holder = Thread.ofPlatform().daemon().start(() -> hold(monitor, held, release));
        held.await();
        Task.run(() -> {
            var task = Task.spawn("waiter", () -> logEnd(() -> enter(monitor)));
            var thread = task.thread;
            Until.holds(
                    "the task waits for the monitor",
                    () -> thread.getState() == Thread.State.BLOCKED,
                    thread::getState);
            task.cancel();
            assertThat(Task.gather(() -> 1, () -> 2)).containsExactly(1, 2);
            assertThat(log).isEmpty();
            release.countDown();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        holder.join();
        assertThat(log).containsExactly("entered", "finally");
    }

    private static void hold(Object monitor, CountDownLatch held, CountDownLatch release) {
        synchronized (monitor) {
            held.countDown();
            try {
                release.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void enter(Object monitor) {
        synchronized (monitor) {
            log.add("entered");
            Task.yield();
            log.add("went on");
        }
    }

    @Test
    void a_task_that_is_cancelled_before_it_ran_never_runs() throws Exception {
        Task.run(() -> {
            var task = Task.spawn("never", () -> log.add("ran"));
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(log).isEmpty();
    }

    @Test
    void a_result_that_came_before_the_cancel_counts() throws Exception {
        Task.run(() -> {
            var task = Task.spawn("quick", () -> "done");
            Task.yield();
            task.cancel();
            assertThat(task.await()).isEqualTo("done");
            return null;
        });
    }
}
