package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// Who is told when several want to end what a task does: a time limit, the scope it is in, somebody outside? Each boundary is
/// told once; an inner one never speaks over an outer one, and an outer one waits until the inner one has been left.
@LoopTest
class NestedCancelTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    /// Logs how this ended, and goes on: the simple name of what it threw, or nothing.
    private void logged(String name, Callable<?> body) {
        var thrown = catchThrowable(body::call);
        var end = thrown == null ? "ended" : thrown.getClass().getSimpleName();
        time.log.add(name + ": " + end);
    }

    /// Spawns the body, cancels it after so long, and gives the task after its end.
    private Task<?> cancelledAfter(int millis, Task.Action body) {
        var task = Task.spawn("subject", body);
        Task.sleep(ms(millis));
        task.cancel();
        logged("task", task::await);
        return task;
    }

    @Test
    void a_cancel_during_the_clean_up_after_a_time_limit_waits_until_the_limit_is_left()
            throws Exception {
        time.run(() ->
                cancelledAfter(
                        15,
                        () -> {
                            logged(
                                    "limit",
                                    () -> Task.timeout(ms(10), bodies.cleansUp("body", 20)));
                            Task.sleep(ms(100));
                            time.log.add("was not told of the cancel");
                        }));
        assertThat(time.log)
                .containsExactly(
                        "body cleaned up",
                        "limit: TimeoutException",
                        "task: CancellationException");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void an_outer_limit_that_is_up_during_the_clean_up_of_an_inner_one_is_told_after_it()
            throws Exception {
        time.run(() -> {
            logged(
                    "outer",
                    () ->
                            Task.timeout(
                                    ms(15),
                                    () -> {
                                        logged(
                                                "inner",
                                                () ->
                                                        Task.timeout(
                                                                ms(10),
                                                                bodies.cleansUp("body", 20)));
                                        return time.after(100, "rest").call();
                                    }));
            return null;
        });
        assertThat(time.log)
                .containsExactly(
                        "body cleaned up",
                        "inner: TimeoutException",
                        "rest cancelled",
                        "outer: TimeoutException");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void an_inner_limit_that_is_up_during_the_clean_up_after_an_outer_one_adds_nothing()
            throws Exception {
        time.run(() -> {
            logged(
                    "outer",
                    () -> {
                        Task.timeout(
                                ms(10),
                                () -> {
                                    Task.timeout(ms(15), bodies.cleansUp("body", 20));
                                    time.log.add("the inner one came to its end");
                                    return null;
                                });
                        return null;
                    });
            bodies.sleepOrNot(100, "slept");
            return null;
        });
        assertThat(time.log).containsExactly("body cleaned up", "outer: TimeoutException", "slept");
    }

    @Test
    void a_limit_that_is_up_during_the_clean_up_of_a_cancelled_task_adds_nothing()
            throws Exception {
        time.run(() ->
                cancelledAfter(10, () -> Task.timeout(ms(15), bodies.cleansUp("body", 20)))
                        .isCancelled());
        assertThat(time.log).containsExactly("body cleaned up", "task: CancellationException");
    }

    /// The child is at work until the block has ended, and fails meanwhile. Its failure is thrown, and the cancel stands.
    @Test
    void a_child_that_fails_during_the_clean_up_of_its_cancelled_owner_does_not_cut_it_short()
            throws Exception {
        time.run(() ->
                cancelledAfter(
                        10,
                        () -> {
                            logged(
                                    "scope",
                                    () ->
                                            Task.scope(scope -> {
                                                scope.spawn("bad", () -> failAfterCancelOr(20));
                                                return bodies.cleansUp("block", 30).call();
                                            }));
                            bodies.sleep(50, "rest");
                        }));
        assertThat(time.log)
                .containsExactly(
                        "block cleaned up",
                        "scope: Fault",
                        "rest cancelled",
                        "task: CancellationException");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    private static void failAfterCancelOr(int millis) {
        try {
            Task.sleep(ms(millis));
        } catch (CancellationException _) {
            Task.sleep(ms(10));
        }
        Bodies.fail("bad");
    }

    @Test
    void two_children_that_fail_one_after_the_other_cancel_the_block_once() throws Exception {
        time.run(() -> {
            logged(
                    "scope",
                    () ->
                            Task.scope(scope -> {
                                scope.spawn("first", bodies.failsAfter(10, "first"));
                                scope.spawn("second", bodies.failsToCleanUp("second", 10));
                                return bodies.cleansUp("block", 30).call();
                            }));
            return null;
        });
        assertThat(time.log).containsExactly("block cleaned up", "scope: Fault");
    }

    @Test
    void a_child_that_fails_during_the_clean_up_of_another_cancels_nobody_twice() throws Exception {
        time.run(() -> {
            logged(
                    "scope",
                    () ->
                            Task.scope(scope -> {
                                scope.spawn("fails", bodies.failsAfter(10, "first"));
                                scope.spawn("bad", bodies.failsToCleanUp("bad", 10));
                                return scope.spawn("good", bodies.cleansUp("good", 30));
                            }));
            return null;
        });
        assertThat(time.log).containsExactly("good cleaned up", "scope: Fault");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    @Test
    void the_owner_is_cancelled_while_its_children_clean_up_and_no_child_hears_it_twice()
            throws Exception {
        time.run(() ->
                cancelledAfter(
                        20,
                        () -> {
                            logged(
                                    "scope",
                                    () ->
                                            Task.scope(scope -> {
                                                scope.spawn("bad", bodies.failsAfter(10, "bad"));
                                                scope.spawn("good", bodies.cleansUp("good", 30));
                                                return null;
                                            }));
                            Bodies.sleepForADay();
                        }));
        assertThat(time.log)
                .containsExactly("good cleaned up", "scope: Fault", "task: CancellationException");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    /// Whether the limit or the cancel is thrown first does not matter: the task is told of its cancel, and does not go on.
    @Test
    void a_cancel_in_the_turn_in_which_a_limit_is_up_is_not_lost() throws Exception {
        time.run(() ->
                cancelledAfter(
                        10,
                        () -> {
                            try {
                                Task.timeout(ms(10), time.after(50, "body"));
                            } catch (TimeoutException _) {
                                time.log.add("limit");
                            }
                            Task.sleep(ms(100));
                            time.log.add("was not told of the cancel");
                        }));
        assertThat(time.log)
                .startsWith("body cancelled")
                .endsWith("task: CancellationException")
                .doesNotContain("was not told of the cancel");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void a_time_limit_that_is_set_in_a_clean_up_holds() throws Exception {
        time.run(() ->
                cancelledAfter(
                        10,
                        () -> {
                            try {
                                Bodies.sleepForADay();
                            } finally {
                                logged(
                                        "limit",
                                        () -> Task.timeout(ms(20), time.after(500, "last")));
                            }
                        }));
        assertThat(time.log)
                .containsExactly(
                        "last cancelled", "limit: TimeoutException", "task: CancellationException");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_time_limit_holds_in_the_clean_up_after_another_one() throws Exception {
        time.run(() -> {
            logged(
                    "outer",
                    () ->
                            Task.timeout(
                                    ms(10),
                                    () -> {
                                        try {
                                            Bodies.sleepForADay();
                                        } finally {
                                            logged(
                                                    "inner",
                                                    () ->
                                                            Task.timeout(
                                                                    ms(20),
                                                                    time.after(500, "last")));
                                        }
                                        return null;
                                    }));
            return null;
        });
        assertThat(time.log)
                .containsExactly(
                        "last cancelled", "inner: TimeoutException", "outer: TimeoutException");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_scope_in_a_clean_up_fails_as_any_other() throws Exception {
        time.run(() ->
                cancelledAfter(
                        10,
                        () -> {
                            try {
                                Bodies.sleepForADay();
                            } finally {
                                logged(
                                        "scope",
                                        () ->
                                                Task.scope(scope -> {
                                                    scope.spawn(
                                                            "bad", bodies.failsAfter(10, "bad"));
                                                    return time.after(500, "block").call();
                                                }));
                                bodies.cleanUp("task", 10);
                            }
                        }));
        assertThat(time.log)
                .containsExactly(
                        "block cancelled",
                        "scope: Fault",
                        "task cleaned up",
                        "task: CancellationException");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_time_limit_holds_after_a_cancel_was_swallowed() throws Exception {
        time.run(() ->
                cancelledAfter(
                        10,
                        () -> {
                            bodies.sleepOrNot(100, "first");
                            logged("limit", () -> Task.timeout(ms(20), time.after(500, "body")));
                        }));
        assertThat(time.log)
                .containsExactly(
                        "first cancelled",
                        "body cancelled",
                        "limit: TimeoutException",
                        "task: ended");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_cancel_inside_a_limit_that_was_set_after_another_limit_was_up_is_told()
            throws Exception {
        time.run(() ->
                cancelledAfter(
                        15,
                        () -> {
                            logged("first", () -> Task.timeout(ms(10), time.after(50, "a")));
                            logged("second", () -> Task.timeout(ms(10), time.after(50, "b")));
                            Task.yield();
                        }));
        assertThat(time.log)
                .containsExactly(
                        "a cancelled",
                        "first: TimeoutException",
                        "b cancelled",
                        "second: CancellationException",
                        "task: ended");
    }

    @Test
    void limits_of_three_levels_that_are_up_from_the_inside_out_each_throw_once() throws Exception {
        time.run(() -> {
            logged("outer", () -> Task.timeout(ms(30), () -> middle()));
            bodies.sleepOrNot(100, "slept");
            return null;
        });
        assertThat(time.log)
                .containsExactly(
                        "body cancelled",
                        "inner: TimeoutException",
                        "after inner cancelled",
                        "middle: TimeoutException",
                        "after middle cancelled",
                        "outer: TimeoutException",
                        "slept");
        assertThat(time.passed()).isEqualTo(ms(130));
    }

    private Void middle() throws Exception {
        logged(
                "middle",
                () ->
                        Task.timeout(
                                ms(20),
                                () -> {
                                    logged(
                                            "inner",
                                            () -> Task.timeout(ms(10), time.after(500, "body")));
                                    return time.after(500, "after inner").call();
                                }));
        bodies.sleep(500, "after middle");
        return null;
    }

    @Test
    void limits_of_two_hundred_levels_are_left_by_the_exception_of_the_outermost() {
        assertThatThrownBy(() -> time.run(() -> Task.timeout(ms(10), () -> nested(200))))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("10 ms");
        assertThat(time.log).containsExactly("innermost cancelled");
    }

    private String nested(int levels) throws Exception {
        return levels == 0
                ? time.after(5_000, "innermost").call()
                : Task.timeout(ms(20), () -> nested(levels - 1));
    }

    @Test
    void a_cancel_reaches_children_and_grandchildren_once_each() throws Exception {
        time.run(() ->
                cancelledAfter(
                        10,
                        () ->
                                Task.scope(scope -> {
                                    for (var name : List.of("a", "b")) {
                                        scope.spawn(name, () -> twoOf(name));
                                    }
                                    return null;
                                })));
        assertThat(time.log)
                .containsExactlyInAnyOrder(
                        "a1 cleaned up",
                        "a2 cleaned up",
                        "b1 cleaned up",
                        "b2 cleaned up",
                        "task: CancellationException")
                .endsWith("task: CancellationException");
        assertThat(time.passed()).isEqualTo(ms(20));
    }

    private Object twoOf(String name) throws Exception {
        return Task.scope(scope -> {
            scope.spawn("first", bodies.cleansUp(name + 1, 10));
            return scope.spawn("second", bodies.cleansUp(name + 2, 10));
        });
    }
}
