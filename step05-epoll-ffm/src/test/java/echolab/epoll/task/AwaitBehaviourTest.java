package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// What do those get who await a task, be they many, cancelled themselves, or the task itself?
@LoopTest
class AwaitBehaviourTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    @Test
    void whoever_awaits_a_task_that_has_ended_gets_its_result_at_once_and_again() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", time.after(10, "done"));
            assertThat(task.isDone()).isFalse();
            assertThat(task.await()).isEqualTo("done");
            assertThat(task.isDone()).isTrue();
            assertThat(task.await()).isEqualTo("done");
            return null;
        });
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void all_who_await_one_task_get_the_same_result_in_the_order_in_which_they_came()
            throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", () -> Task.sleep(ms(10)));
            return Task.scope(scope -> {
                for (var i = 0; i < 5; i++) {
                    var name = "waiter " + i;
                    scope.spawn(
                            name,
                            () -> {
                                task.await();
                                time.log.add(name);
                            });
                }
                return null;
            });
        });
        assertThat(time.log)
                .containsExactly("waiter 0", "waiter 1", "waiter 2", "waiter 3", "waiter 4");
    }

    @Test
    void twenty_thousand_may_await_one_task() throws Exception {
        var got = new ArrayList<String>();
        time.run(() -> {
            var task = Task.spawn("subject", time.after(10, "done"));
            return Task.scope(scope -> {
                for (var i = 0; i < 20_000; i++) {
                    scope.spawn("waiter", () -> got.add(task.await()));
                }
                return null;
            });
        });
        assertThat(got).hasSize(20_000).containsOnly("done");
    }

    @Test
    void twenty_thousand_who_await_one_task_may_all_give_up() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", time.after(10, "done"));
            Task.scope(scope -> {
                for (var i = 0; i < 20_000; i++) {
                    scope.spawn("waiter", () -> task.await());
                }
                Task.yield();
                Task.yield();
                scope.cancel();
                return null;
            });
            assertThat(task.await()).isEqualTo("done");
            return null;
        });
    }

    @Test
    void all_who_await_a_failed_task_get_the_same_exception() throws Exception {
        var failure = new IOException("the task's own");
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                Task.sleep(ms(10));
                                throw failure;
                            });
            for (var i = 0; i < 3; i++) {
                assertThat(catchThrowable(task::await)).isSameAs(failure);
            }
            return null;
        });
    }

    @Test
    void an_exception_that_is_awaited_again_and_again_does_not_grow() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", bodies.failsAfter(0, "bad"));
            var lengths = new ArrayList<Integer>();
            for (var i = 0; i < 100; i++) {
                lengths.add(catchThrowable(task::await).getStackTrace().length);
            }
            assertThat(lengths).containsOnly(lengths.getFirst());
            return null;
        });
    }

    @Test
    void an_exception_that_is_awaited_at_two_places_keeps_its_own_stack() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", bodies.failsAfter(0, "bad"));
            for (var i = 0; i < 2; i++) {
                var thrown = i == 0 ? awaitedHere(task) : awaitedThere(task);
                assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("fail");
                assertThat(thrown.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .containsSubsequence("fail", "task subject");
            }
            return null;
        });
    }

    private static Throwable awaitedHere(Task<?> task) {
        return catchThrowable(task::await);
    }

    private static Throwable awaitedThere(Task<?> task) {
        return catchThrowable(task::await);
    }

    @Test
    void an_error_of_a_task_is_thrown_by_await_as_it_is() throws Exception {
        var error = new LinkageError("not a real one");
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                throw error;
                            });
            assertThat(catchThrowable(task::await)).isSameAs(error);
            return null;
        });
    }

    // somebody is cancelled

    @Test
    void whoever_awaits_a_cancelled_task_is_not_cancelled() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", Bodies::sleepForADay);
            var waiter =
                    Task.spawn(
                            "waiter",
                            () -> {
                                var thrown = catchThrowable(task::await);
                                time.log.add(thrown.getMessage());
                                return time.after(10, "went on").call();
                            });
            Task.sleep(ms(10));
            task.cancel();
            assertThat(waiter.await()).isEqualTo("went on");
            return null;
        });
        assertThat(time.log).containsExactly("task subject was cancelled", "went on");
    }

    /// Unlike asyncio, where to cancel a task is to cancel what it awaits.
    @Test
    void a_cancel_of_whoever_awaits_does_not_reach_the_task_that_is_awaited() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", time.after(50, "done"));
            var waiter = Task.spawn("waiter", () -> task.await());
            Task.sleep(ms(10));
            waiter.cancel();
            assertThat(catchThrowable(waiter::await))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("task waiter was cancelled");
            assertThat(task.await()).isEqualTo("done");
            return null;
        });
    }

    @Test
    void one_who_gives_up_does_not_keep_the_others_from_their_result() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", time.after(50, "done"));
            var first = Task.spawn("first", () -> task.await());
            var second = Task.spawn("second", () -> task.await());
            var third = Task.spawn("third", () -> task.await());
            Task.sleep(ms(10));
            second.cancel();
            assertThat(first.await() + third.await()).isEqualTo("donedone");
            assertThat(second.isCancelled()).isTrue();
            return null;
        });
    }

    @Test
    void one_who_gave_up_is_not_kept_by_the_task_it_waited_for() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", time.after(50, "done"));
            assertThat(catchThrowable(() -> Task.timeout(ms(10), task::await)))
                    .isInstanceOf(TimeoutException.class);
            assertThat(task.hasWaiting()).isFalse();
            return null;
        });
    }

    @Test
    void a_task_and_whoever_awaits_it_can_be_cancelled_together() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", bodies.cleansUp("subject", 20));
            var waiter = Task.spawn("waiter", () -> task.await());
            Task.sleep(ms(10));
            task.cancel();
            waiter.cancel();
            assertThat(catchThrowable(waiter::await)).hasMessage("task waiter was cancelled");
            assertThat(time.log).isEmpty();
            assertThat(catchThrowable(task::await)).hasMessage("task subject was cancelled");
            return null;
        });
        assertThat(time.log).containsExactly("subject cleaned up");
    }

    @Test
    void await_comes_back_only_after_the_clean_up_of_the_cancelled_task() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", bodies.cleansUp("subject", 20));
            Task.sleep(ms(10));
            task.cancel();
            assertThat(task.isDone()).isFalse();
            assertThat(task.isCancelled()).isFalse();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            time.log.add("awaited");
            return null;
        });
        assertThat(time.log).containsExactly("subject cleaned up", "awaited");
    }

    // nobody awaits a failure

    @Test
    void a_failure_whose_awaiter_was_cancelled_before_is_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                var task = Task.spawn("subject", bodies.failsAfter(50, "bad"));
                var waiter = Task.spawn("waiter", () -> task.await());
                Task.sleep(ms(10));
                waiter.cancel();
                Task.sleep(ms(5_000));
                return null;
            });
            assertThat(logged.messages())
                    .containsExactly("task subject failed and nobody awaited it");
        }
    }

    @Test
    void a_failure_whose_awaiter_ran_out_of_time_before_is_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                var task = Task.spawn("subject", bodies.failsAfter(50, "bad"));
                assertThat(catchThrowable(() -> Task.timeout(ms(10), task::await)))
                        .isInstanceOf(TimeoutException.class);
                Task.sleep(ms(5_000));
                return null;
            });
            assertThat(logged.messages()).hasSize(1);
            assertThat(logged.thrown().getFirst()).hasMessage("bad");
        }
    }

    @Test
    void a_failure_that_one_of_two_awaited_to_its_end_is_not_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                var task = Task.spawn("subject", bodies.failsAfter(50, "bad"));
                var waiter = Task.spawn("waiter", () -> task.await());
                Task.yield();
                waiter.cancel();
                assertThat(catchThrowable(task::await)).hasMessage("bad");
                Task.sleep(ms(5_000));
                return null;
            });
            assertThat(logged.messages()).isEmpty();
        }
    }

    @Test
    void a_failed_clean_up_of_a_cancelled_task_that_nobody_awaits_is_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                var task = Task.spawn("subject", bodies.failsToCleanUp("subject", 10));
                Task.yield();
                task.cancel();
                Task.sleep(ms(5_000));
                return null;
            });
            assertThat(logged.messages())
                    .containsExactly("task subject failed and nobody awaited it");
        }
    }

    @Test
    void a_cancelled_task_that_nobody_awaits_is_not_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                var task = Task.spawn("subject", bodies.cleansUp("subject", 10));
                Task.yield();
                task.cancel();
                Task.sleep(ms(5_000));
                return null;
            });
            assertThat(logged.messages()).isEmpty();
        }
    }

    @Test
    void a_failure_of_a_child_is_thrown_by_its_scope_and_not_reported_as_well() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                assertThat(
                                catchThrowable(() ->
                                        Task.scope(
                                                s -> s.spawn("bad", bodies.failsAfter(10, "bad")))))
                        .hasMessage("bad");
                Task.sleep(ms(5_000));
                return null;
            });
            assertThat(logged.messages()).isEmpty();
        }
    }

    // circles

    @Test
    void a_task_that_awaits_itself_is_told_so_and_goes_on() throws Exception {
        time.run(() -> {
            var self = new Task<?>[1];
            self[0] = Task.spawn("narcissus", () -> logRefusal(self[0]));
            self[0].await();
            return null;
        });
        assertThat(time.log).hasSize(1);
        assertThat(time.log.getFirst()).contains("narcissus");
    }

    @Test
    void a_task_that_awaits_itself_is_told_so_also_when_nobody_waits_for_it() throws Exception {
        time.run(() -> {
            var self = new Task<?>[1];
            self[0] = Task.spawn("narcissus", () -> logRefusal(self[0]));
            Task.sleep(ms(10));
            assertThat(self[0].isDone()).isTrue();
            return null;
        });
        assertThat(time.log).hasSize(1);
        assertThat(time.log.getFirst()).contains("task narcissus awaits itself");
    }

    /// Awaits and logs what it was told, when it was refused.
    private void logRefusal(Task<?> awaited) throws Exception {
        try {
            awaited.await();
        } catch (CancellationException e) {
            throw e; // which is an IllegalStateException, too
        } catch (IllegalStateException e) {
            time.log.add(e.getMessage());
        }
    }

    @Test
    void two_tasks_that_await_each_other_are_told_so() throws Exception {
        time.run(() -> {
            var tasks = new Task<?>[2];
            tasks[0] = Task.spawn("first", () -> logRefusal(tasks[1]));
            tasks[1] = Task.spawn("second", () -> logRefusal(tasks[0]));
            tasks[0].await();
            tasks[1].await();
            return null;
        });
        assertThat(time.log).as("one is refused, and the other gets its result").hasSize(1);
        assertThat(time.log.getFirst()).contains("first").contains("second");
    }

    @Test
    void a_circle_of_five_is_told_so_and_all_of_them_end() throws Exception {
        time.run(() -> {
            var tasks = new Task<?>[5];
            for (var i = 0; i < 5; i++) {
                var next = (i + 1) % 5;
                tasks[i] = Task.spawn("task " + i, () -> logRefusal(tasks[next]));
            }
            for (var task : tasks) {
                task.await();
            }
            return null;
        });
        assertThat(time.log).hasSize(1);
    }

    @Test
    void a_child_that_awaits_the_owner_of_its_scope_is_told_so() throws Exception {
        time.run(() -> {
            var owner = new Task<?>[1];
            owner[0] =
                    Task.spawn(
                            "owner",
                            () -> Task.scope(s -> s.spawn("child", () -> logRefusal(owner[0]))));
            owner[0].await();
            return null;
        });
        assertThat(time.log).hasSize(1);
        assertThat(time.log.getFirst()).contains("owner");
    }

    @Test
    void a_grandchild_that_awaits_the_owner_of_an_enclosing_scope_is_told_so() throws Exception {
        time.run(() -> {
            var owner = new Task<?>[1];
            owner[0] =
                    Task.spawn(
                            "owner",
                            () ->
                                    Task.scope(a ->
                                            a.spawn(
                                                    "child",
                                                    () ->
                                                            Task.scope(b ->
                                                                    b.spawn(
                                                                            "grandchild",
                                                                            () ->
                                                                                    logRefusal(
                                                                                            owner[
                                                                                                    0]))))));
            owner[0].await();
            return null;
        });
        assertThat(time.log).hasSize(1);
    }

    /// The first waits for the owner of a scope, and a child of this scope for the first.
    @Test
    void a_circle_that_goes_through_a_scope_is_told_so() throws Exception {
        time.run(() -> {
            var tasks = new Task<?>[2];
            tasks[0] = Task.spawn("first", () -> logRefusal(tasks[1]));
            tasks[1] =
                    Task.spawn(
                            "owner",
                            () ->
                                    Task.scope(s ->
                                            s.spawn(
                                                    "child",
                                                    () -> {
                                                        Task.yield();
                                                        logRefusal(tasks[0]);
                                                    })));
            tasks[0].await();
            tasks[1].await();
            return null;
        });
        assertThat(time.log).hasSize(1);
    }

    /// The owner does not wait for its child yet, but it will: its scope cannot end before.
    @Test
    void a_circle_that_a_scope_will_close_at_its_end_is_told_so() throws Exception {
        time.run(() -> {
            var owner = new Task<?>[1];
            owner[0] =
                    Task.spawn(
                            "owner",
                            () ->
                                    Task.scope(scope -> {
                                        var other = Task.spawn("other", () -> logRefusal(owner[0]));
                                        Task.yield();
                                        scope.spawn("child", () -> logRefusal(other));
                                        Task.sleep(ms(10));
                                        return null;
                                    }));
            owner[0].await();
            return null;
        });
        assertThat(time.log).hasSize(1);
    }

    /// The other way round: the child waits already, and the last await closes the circle.
    @Test
    void a_circle_that_an_await_of_the_owner_closes_before_its_block_ends_is_told_so()
            throws Exception {
        time.run(() -> {
            var tasks = new Task<?>[2];
            tasks[0] =
                    Task.spawn(
                            "other",
                            () -> {
                                Task.sleep(ms(5));
                                logRefusal(tasks[1]);
                            });
            tasks[1] =
                    Task.spawn(
                            "owner",
                            () ->
                                    Task.scope(scope -> {
                                        scope.spawn("child", () -> logRefusal(tasks[0]));
                                        Task.sleep(ms(10));
                                        return null;
                                    }));
            tasks[1].await();
            return null;
        });
        assertThat(time.log).hasSize(1);
    }

    @Test
    void a_body_of_gather_that_awaits_whoever_gathers_is_told_so() throws Exception {
        time.run(() -> {
            var gathering = new Task<?>[1];
            gathering[0] =
                    Task.spawn(
                            "gathering",
                            () ->
                                    Task.gather(
                                            Task.callable(() -> logRefusal(gathering[0])),
                                            () -> null));
            gathering[0].await();
            return null;
        });
        assertThat(time.log).hasSize(1);
    }

    @Test
    void paths_that_meet_again_without_a_circle_are_no_circle() throws Exception {
        time.run(() -> {
            var last = Task.spawn("last", time.after(10, "last"));
            var left = Task.spawn("left", () -> last.await());
            var right = Task.spawn("right", () -> last.await());
            var top = Task.spawn("top", () -> left.await() + right.await() + last.await());
            assertThat(top.await()).isEqualTo("lastlastlast");
            return null;
        });
    }

    @Test
    void a_task_that_gave_up_waiting_for_another_may_be_awaited_by_it() throws Exception {
        time.run(() -> {
            var tasks = new Task<?>[2];
            tasks[0] =
                    Task.spawn(
                            "first",
                            () -> {
                                var thrown =
                                        catchThrowable(
                                                () -> Task.timeout(ms(10), () -> tasks[1].await()));
                                assertThat(thrown).isInstanceOf(TimeoutException.class);
                                return time.after(50, "first").call();
                            });
            tasks[1] =
                    Task.spawn(
                            "second",
                            () -> {
                                Task.sleep(ms(20));
                                return tasks[0].await();
                            });
            assertThat(tasks[1].await()).isEqualTo("first");
            return null;
        });
    }

    @Test
    void a_long_chain_of_awaits_is_no_circle() throws Exception {
        time.run(() -> {
            Task<String> last = Task.spawn("last", time.after(10, "last"));
            for (var i = 0; i < 2_000; i++) {
                var next = last;
                last = Task.spawn("link", () -> next.await());
            }
            assertThat(last.await()).isEqualTo("last");
            return null;
        });
    }
}
