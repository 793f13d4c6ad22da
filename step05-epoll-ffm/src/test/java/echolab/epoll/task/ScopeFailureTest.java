package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What does a scope throw when something in it fails, and who else hears of it?
@LoopTest
class ScopeFailureTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    private static List<String> suppressedBy(Throwable thrown) {
        return Arrays.stream(thrown.getSuppressed()).map(Throwable::getMessage).toList();
    }

    @Test
    void a_scope_throws_the_exception_of_its_child_itself() throws Exception {
        var failure = new IOException("the child's own");
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(scope ->
                                        scope.spawn(
                                                "child",
                                                () -> {
                                                    throw failure;
                                                }))));
        assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
    }

    @Test
    void what_stands_behind_a_failed_scope_does_not_run() {
        assertThatThrownBy(() ->
                        time.run(() -> {
                            Task.scope(scope -> scope.spawn("bad", bodies.failsAfter(10, "bad")));
                            time.log.add("behind");
                            return null;
                        }))
                .hasMessage("bad");
        assertThat(time.log).isEmpty();
    }

    /// All four wake in the same turn. The first to run fails, and the others hear of it in the wait that was over.
    @Test
    void children_that_woke_in_the_turn_in_which_one_fails_are_cancelled() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    for (var i = 1; i <= 4; i++) {
                                        scope.spawn("bad", bodies.failsAfter(10, "bad " + i));
                                    }
                                    return null;
                                })));
        assertThat(thrown).hasMessage("bad 1").hasNoSuppressedExceptions();
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void children_that_fail_after_their_cancel_are_suppressed_in_the_order_in_which_they_did() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    for (var i = 1; i <= 4; i++) {
                                        scope.spawn(
                                                "bad", bodies.failsToCleanUp("bad " + i, 10 * i));
                                    }
                                    return scope.spawn("first", bodies.failsAfter(10, "first"));
                                })));
        assertThat(thrown).hasMessage("first");
        assertThat(suppressedBy(thrown))
                .containsExactly(
                        "bad 1 could not clean up",
                        "bad 2 could not clean up",
                        "bad 3 could not clean up",
                        "bad 4 could not clean up");
        assertThat(time.passed()).isEqualTo(ms(50));
    }

    @Test
    void a_block_that_fails_cancels_its_children_and_throws_its_own_exception() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("a", bodies.cleansUp("a", 10));
                                    scope.spawn("b", bodies.cleansUp("b", 20));
                                    Task.sleep(ms(5));
                                    throw new IOException("block");
                                })));
        assertThat(thrown).isInstanceOf(IOException.class).hasMessage("block");
        assertThat(thrown).hasNoSuppressedExceptions();
        assertThat(time.log).containsExactly("a cleaned up", "b cleaned up");
        assertThat(time.passed()).isEqualTo(ms(25));
    }

    @Test
    void a_block_that_fails_before_it_waits_leaves_its_children_unbegun() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("child", () -> time.log.add("began"));
                                    throw new IOException("block");
                                })))
                .hasMessage("block");
        assertThat(time.log).isEmpty();
    }

    @Test
    void a_child_and_the_block_that_both_fail_are_both_told_of() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("bad", bodies.failsAfter(10, "child"));
                                    return bodies.failsToCleanUp("block", 0).call();
                                })));
        assertThat(thrown).hasMessage("child");
        assertThat(suppressedBy(thrown)).containsExactly("block could not clean up");
    }

    @Test
    void a_task_that_caught_the_failure_of_its_scope_is_not_cancelled_any_more() throws Exception {
        time.run(() -> {
            assertThat(
                            catchThrowable(() ->
                                    Task.scope(scope -> {
                                        scope.spawn("bad", bodies.failsAfter(10, "child"));
                                        return bodies.failsToCleanUp("block", 0).call();
                                    })))
                    .hasMessage("child");
            bodies.sleepOrNot(10, "slept");
            return null;
        });
        assertThat(time.log).containsExactly("slept");
    }

    @Test
    void a_block_that_swallows_its_cancel_does_not_hide_the_failure() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("bad", bodies.failsAfter(10, "bad"));
                                    bodies.sleepOrNot(100, "block");
                                    bodies.sleepOrNot(100, "goes on");
                                    return "result";
                                })))
                .hasMessage("bad");
        assertThat(time.log).containsExactly("block cancelled", "goes on");
        assertThat(time.passed()).isEqualTo(ms(110));
    }

    @Test
    void a_block_that_caught_the_failure_of_a_child_it_awaited_does_not_hide_it() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    var child = scope.spawn("bad", bodies.failsAfter(10, "bad"));
                                    try {
                                        child.await();
                                    } catch (Bodies.Fault | CancellationException _) {
                                        time.log.add("caught");
                                    }
                                    return "result";
                                })))
                .hasMessage("bad")
                .hasNoSuppressedExceptions();
        assertThat(time.log).containsExactly("caught");
    }

    @Test
    void a_child_that_swallows_its_cancel_is_waited_for() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("bad", bodies.failsAfter(10, "bad"));
                                    return scope.spawn("x", bodies.givesAllTheSame("x", 50));
                                })))
                .hasMessage("bad");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void an_error_of_a_child_is_a_failure_as_any_other() {
        var error = new StackOverflowError("not a real one");
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("sibling", time.after(100, "sibling"));
                                    scope.spawn(
                                            "bad",
                                            () -> {
                                                throw error;
                                            });
                                    return time.after(100, "block").call();
                                })))
                .isSameAs(error);
        assertThat(time.log).containsExactlyInAnyOrder("sibling cancelled", "block cancelled");
    }

    @Test
    void an_error_of_the_block_cancels_its_children() {
        var error = new LinkageError("not a real one");
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("child", time.after(100, "child"));
                                    Task.yield();
                                    throw error;
                                })))
                .isSameAs(error);
        assertThat(time.log).containsExactly("child cancelled");
    }

    @Test
    void an_error_that_comes_second_is_suppressed_and_not_lost() {
        var error = new LinkageError("not a real one");
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("first", bodies.failsAfter(10, "first"));
                                    Task.yield();
                                    try {
                                        Bodies.sleepForADay();
                                    } finally {
                                        failWith(error);
                                    }
                                    return null;
                                })));
        assertThat(thrown).hasMessage("first").hasSuppressedException(error);
    }

    private static void failWith(Error error) {
        throw error;
    }

    @Test
    void a_failure_of_an_inner_scope_cancels_the_outer_one_and_is_thrown_by_both_as_itself() {
        var failure = new IOException("inner child");
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(outer -> {
                                    outer.spawn("outer child", time.after(100, "outer child"));
                                    return Task.scope(inner -> {
                                        inner.spawn(
                                                "inner child",
                                                () -> {
                                                    Task.sleep(ms(10));
                                                    throw failure;
                                                });
                                        return null;
                                    });
                                })));
        assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(time.log).containsExactly("outer child cancelled");
    }

    @Test
    void a_failure_in_an_outer_scope_cancels_the_inner_one_in_which_its_owner_is() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(outer -> {
                                    outer.spawn("bad", bodies.failsAfter(10, "outer child"));
                                    Task.scope(inner -> {
                                        inner.spawn("x", bodies.cleansUp("inner child", 20));
                                        return null;
                                    });
                                    time.log.add("behind the inner scope");
                                    return null;
                                })));
        assertThat(thrown).hasMessage("outer child").hasNoSuppressedExceptions();
        assertThat(time.log).containsExactly("inner child cleaned up");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_failure_passes_through_the_tasks_of_three_levels_as_itself() {
        var failure = new IOException("grandchild");
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(a ->
                                        a.spawn(
                                                "child",
                                                () ->
                                                        Task.scope(b ->
                                                                b.spawn(
                                                                        "grandchild",
                                                                        () -> {
                                                                            throw failure;
                                                                        }))))));
        assertThat(thrown).isSameAs(failure);
    }

    /// The inner failure is handled by the owner of the inner scope; that of the outer scope has cancelled this owner, in the same
    /// turn, and it is told so at its next wait.
    @Test
    void when_scopes_fail_in_the_same_turn_the_owner_of_the_inner_is_told_of_both() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(outer -> {
                                    outer.spawn("inner owner", this::handleInnerFailure);
                                    Task.yield();
                                    Task.yield(); // the inner child sleeps now, and is woken first
                                    outer.spawn("bad", bodies.failsAfter(10, "outer"));
                                    return null;
                                })));
        assertThat(thrown).hasMessage("outer");
        assertThat(time.log).containsExactly("inner owner handled inner", "rest cancelled");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    private void handleInnerFailure() throws Exception {
        try {
            Task.scope(inner -> {
                inner.spawn("bad", bodies.failsAfter(10, "inner"));
                Bodies.sleepForADay();
                return null;
            });
        } catch (Bodies.Fault e) {
            time.log.add("inner owner handled " + e.getMessage());
        }
        bodies.sleep(1000, "rest");
    }

    /// The child cancels the owner of its scope and fails, in one go.
    @Test
    void a_cancel_from_outside_in_the_turn_in_which_a_child_fails_stands() throws Exception {
        time.run(() -> {
            var owner = new Task<?>[1];
            owner[0] =
                    Task.spawn(
                            "owner",
                            () -> {
                                var failure =
                                        catchThrowable(() ->
                                                Task.scope(scope -> {
                                                    scope.spawn(
                                                            "bad", () -> cancelAndFail(owner[0]));
                                                    Bodies.sleepForADay();
                                                    return null;
                                                }));
                                time.log.add("scope threw " + failure.getMessage());
                                bodies.sleep(1000, "rest");
                            });
            assertThat(catchThrowable(owner[0]::await)).isInstanceOf(CancellationException.class);
            assertThat(owner[0].isCancelled()).isTrue();
            return null;
        });
        assertThat(time.log).containsExactly("scope threw child failed", "rest cancelled");
        assertThat(time.passed()).isZero();
    }

    private static void cancelAndFail(Task<?> owner) {
        owner.cancel();
        Bodies.fail("child failed");
    }

    /// A cancelled child throws no failure of its own; what failed beneath it must be told of all the same.
    @Test
    void what_failed_beneath_a_cancelled_child_is_not_lost() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(outer -> {
                                    outer.spawn(
                                            "child",
                                            () ->
                                                    Task.scope(inner ->
                                                            inner.spawn(
                                                                    "a",
                                                                    bodies.failsToCleanUp(
                                                                            "a", 10))));
                                    return outer.spawn("bad", bodies.failsAfter(10, "bad"));
                                })));
        assertThat(thrown).hasMessage("bad");
        assertThat(everythingIn(thrown)).contains("a could not clean up");
    }

    /// The messages of all that hangs on an exception, at any depth.
    private static List<String> everythingIn(Throwable thrown) {
        return Stream.concat(
                        Stream.of(String.valueOf(thrown.getMessage())),
                        Arrays.stream(thrown.getSuppressed())
                                .flatMap(e -> everythingIn(e).stream()))
                .toList();
    }

    @Test
    void a_child_that_is_spawned_into_a_failed_scope_never_begins() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("bad", bodies.failsAfter(10, "bad"));
                                    try {
                                        Bodies.sleepForADay();
                                    } finally {
                                        var late = scope.spawn("late", () -> time.log.add("began"));
                                        Task.sleep(ms(10));
                                        time.log.add("late cancelled " + late.isCancelled());
                                    }
                                    return null;
                                })))
                .hasMessage("bad")
                .hasNoSuppressedExceptions();
        assertThat(time.log).containsExactly("late cancelled true");
    }

    /// Each child spawns two more, for ever; when one fails, all of it comes to an end.
    @Test
    void children_that_spawn_children_are_all_caught_up_with_once_one_fails() {
        var heads = new AtomicInteger();
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("hydra", () -> grow(scope, heads));
                                    return scope.spawn("hercules", bodies.failsAfter(55, "slain"));
                                })))
                .hasMessage("slain")
                .hasNoSuppressedExceptions();
        // it doubles every 10 ms: 1 + 2 + 4 + 8 + 16 + 32
        assertThat(heads).hasValue(63);
        assertThat(time.passed()).isEqualTo(ms(55));
    }

    private static void grow(Scope scope, AtomicInteger heads) {
        heads.incrementAndGet();
        Task.sleep(ms(10));
        scope.spawn("head", () -> grow(scope, heads));
        scope.spawn("head", () -> grow(scope, heads));
    }

    /// Whoever awaits a task that somebody else cancelled gets a CancellationException too, and is not cancelled itself.
    @Test
    void a_child_that_fell_over_the_cancel_of_another_task_has_failed() {
        assertThatThrownBy(() ->
                        time.run(() -> {
                            var other = Task.spawn("other", Bodies::sleepForADay);
                            Task.yield();
                            other.cancel();
                            return Task.scope(scope -> scope.spawn("child", () -> other.await()));
                        }))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("task other was cancelled");
    }

    @Test
    void a_child_that_was_cancelled_on_its_own_and_fails_to_clean_up_has_failed() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    var child = scope.spawn("x", bodies.failsToCleanUp("x", 10));
                                    Task.sleep(ms(10));
                                    child.cancel();
                                    return time.after(100, "block").call();
                                })))
                .hasMessage("x could not clean up");
        assertThat(time.log).containsExactly("block cancelled");
    }
}
