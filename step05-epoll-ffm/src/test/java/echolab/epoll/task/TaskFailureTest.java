package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import org.junit.jupiter.api.Test;

/// Who hears of a task that failed? Whoever awaits it; and if nobody does, whoever reads the log.
@LoopTest
class TaskFailureTest {

    private static final String REPORT = "task lonely failed and nobody awaited it";

    private final VirtualTime time = new VirtualTime();

    @Test
    void await_throws_the_tasks_own_exception_with_the_awaiting_line_in_its_stack()
            throws Exception {
        time.run(() -> {
            var task = Task.spawn("failing", (Task.Action) VirtualTime::fail);
            var thrown = catchThrowable(() -> awaitHere(task));
            assertThat(thrown).isInstanceOf(IllegalStateException.class);
            assertThat(thrown.getStackTrace())
                    .extracting(StackTraceElement::getMethodName)
                    .containsSubsequence("fail", "task failing", "awaitHere");
            return null;
        });
    }

    private static void awaitHere(Task<?> task) throws Exception {
        task.await();
    }

    @Test
    void a_failure_that_nobody_awaits_is_reported_once_and_names_the_task() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                Task.spawn("lonely", (Task.Action) VirtualTime::fail);
                Task.sleep(ms(60_000));
                assertThat(logged.messages()).containsExactly(REPORT);
                return null;
            });
            assertThat(logged.messages()).containsExactly(REPORT);
            assertThat(logged.thrown().getFirst()).hasMessage("second");
        }
    }

    @Test
    void a_failure_of_main_is_thrown_and_not_reported_as_well() {
        try (var logged = Logged.by(Task.class)) {
            var thrown =
                    catchThrowable(() ->
                            time.run(() -> {
                                VirtualTime.fail();
                                return null;
                            }));
            assertThat(thrown).isInstanceOf(IllegalStateException.class);
            assertThat(logged.messages()).isEmpty();
        }
    }

    @Test
    void a_loop_that_ends_reports_at_once_what_nobody_will_await_any_more() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                Task.spawn("lonely", (Task.Action) VirtualTime::fail);
                Task.yield();
                return null;
            });
            assertThat(logged.messages()).containsExactly(REPORT);
            assertThat(time.passed()).isZero();
        }
    }

    @Test
    void a_failure_that_is_awaited_a_little_later_is_not_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                var task = Task.spawn("awaited", (Task.Action) VirtualTime::fail);
                Task.sleep(ms(500));
                assertThat(catchThrowable(task::await)).hasMessage("second");
                Task.sleep(ms(60_000));
                return null;
            });
            assertThat(logged.messages()).isEmpty();
        }
    }

    /// Whoever answers for a task is told of its end by the task itself, and may throw.
    @Test
    void a_task_whose_end_cannot_be_told_says_so() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                Parent refuses =
                        (_, _) -> {
                            throw new IllegalStateException("not now");
                        };
                assertThat(Task.spawn(refuses, "child", () -> "done").await()).isEqualTo("done");
                Task.yield();
                return null;
            });
            assertThat(logged.messages()).containsExactly("task child could not end");
            assertThat(logged.thrown().getFirst()).hasMessage("not now");
        }
    }
}
