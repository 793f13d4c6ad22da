package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What belongs to a scope, when does it end, and whom does a cancel reach?
@LoopTest
class ScopeBehaviourTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    @Test
    void a_scope_gives_what_its_block_gave_once_all_children_have_ended() throws Exception {
        time.run(() -> {
            var child = new AtomicReference<Task<String>>();
            var result =
                    Task.scope(scope -> {
                        child.set(scope.spawn("child", time.after(20, "child")));
                        return "result";
                    });
            assertThat(result).isEqualTo("result");
            assertThat(child.get().isDone()).isTrue();
            assertThat(child.get().await()).isEqualTo("child");
            return null;
        });
        assertThat(time.passed()).isEqualTo(ms(20));
    }

    @Test
    void a_scope_without_children_gives_its_result_at_once() throws Exception {
        Object nothing = time.run(() -> Task.scope(_ -> null));
        assertThat(nothing).isNull();
        assertThat(time.passed()).isZero();
    }

    @Test
    void a_block_may_spawn_at_any_time() throws Exception {
        time.run(() ->
                Task.scope(scope -> {
                    scope.spawn("a", time.after(10, "a"));
                    Task.sleep(ms(15));
                    return scope.spawn("b", time.after(20, "b"));
                }));
        assertThat(time.log).containsExactly("a", "b");
        assertThat(time.passed()).isEqualTo(ms(35));
    }

    @Test
    void a_child_begins_when_the_block_waits_and_not_before() throws Exception {
        time.run(() ->
                Task.scope(scope -> {
                    scope.spawn("child", () -> time.log.add("child"));
                    time.log.add("block");
                    Task.yield();
                    return time.log.add("block again");
                }));
        assertThat(time.log).containsExactly("block", "child", "block again");
    }

    @Test
    void children_begin_in_the_order_in_which_they_were_spawned() throws Exception {
        time.run(() ->
                Task.scope(scope -> {
                    for (var i = 0; i < 5; i++) {
                        var name = "child " + i;
                        scope.spawn(name, () -> time.log.add(name));
                    }
                    return null;
                }));
        assertThat(time.log).containsExactly("child 0", "child 1", "child 2", "child 3", "child 4");
    }

    @Test
    void a_child_may_spawn_into_its_scope_after_the_block_has_come_to_its_end() throws Exception {
        time.run(() ->
                Task.scope(scope ->
                        scope.spawn(
                                "child",
                                () -> {
                                    Task.sleep(ms(10));
                                    scope.spawn("a", time.after(10, "a"));
                                    scope.spawn("b", time.after(20, "b"));
                                })));
        assertThat(time.log).containsExactly("a", "b");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_child_of_the_outer_scope_is_not_waited_for_by_the_inner_one() throws Exception {
        time.run(() ->
                Task.scope(outer -> {
                    Task.scope(inner -> {
                        outer.spawn("outer's", time.after(50, "outer's"));
                        return inner.spawn("inner's", time.after(10, "inner's"));
                    });
                    return time.log.add("inner ended");
                }));
        assertThat(time.log).containsExactly("inner's", "inner ended", "outer's");
    }

    @Test
    void a_task_that_is_spawned_without_the_scope_is_not_waited_for() throws Exception {
        time.run(() -> {
            Task.scope(_ -> Task.spawn("other", time.after(50, "other")));
            time.log.add("scope ended");
            return null;
        });
        assertThat(time.log).startsWith("scope ended").doesNotContain("other");
    }

    @Test
    void a_child_that_is_cancelled_on_its_own_is_no_failure() throws Exception {
        time.run(() -> {
            var result =
                    Task.scope(scope -> {
                        var child = scope.spawn("a", time.after(100, "a"));
                        Task.sleep(ms(10));
                        child.cancel();
                        scope.spawn("b", time.after(20, "b"));
                        return "result";
                    });
            time.log.add(result);
            return null;
        });
        assertThat(time.log).containsExactly("a cancelled", "b", "result");
    }

    @Test
    void a_child_that_is_cancelled_before_it_began_is_no_failure() throws Exception {
        time.run(() ->
                Task.scope(scope -> {
                    scope.spawn("a", () -> time.log.add("a")).cancel();
                    return scope.spawn("b", () -> time.log.add("b"));
                }));
        assertThat(time.log).containsExactly("b");
    }

    @Test
    void cancel_of_a_scope_ends_its_children_and_not_its_block() throws Exception {
        time.run(() -> {
            var result =
                    Task.scope(scope -> {
                        scope.spawn("a", bodies.cleansUp("a", 20));
                        scope.spawn("b", bodies.cleansUp("b", 10));
                        Task.sleep(ms(10));
                        scope.cancel();
                        scope.cancel();
                        bodies.sleepOrNot(5, "block");
                        return "result";
                    });
            time.log.add(result);
            return null;
        });
        assertThat(time.log).containsExactly("block", "b cleaned up", "a cleaned up", "result");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_child_that_is_spawned_into_a_cancelled_scope_never_begins() throws Exception {
        time.run(() ->
                Task.scope(scope -> {
                    scope.cancel();
                    var late = scope.spawn("late", () -> time.log.add("began"));
                    Task.sleep(ms(10));
                    assertThat(late.isCancelled()).isTrue();
                    return null;
                }));
        assertThat(time.log).isEmpty();
    }

    @Test
    void a_child_that_cancels_its_scope_goes_on_to_its_next_wait() throws Exception {
        time.run(() ->
                Task.scope(scope -> {
                    scope.spawn("sibling", time.after(100, "sibling"));
                    return scope.spawn(
                            "child",
                            () -> {
                                scope.cancel();
                                time.log.add("child went on");
                                bodies.sleep(10, "child");
                            });
                }));
        assertThat(time.log)
                .containsExactlyInAnyOrder("child went on", "child cancelled", "sibling cancelled")
                .startsWith("child went on");
    }

    @Test
    void a_child_that_fails_after_its_scope_was_cancelled_is_not_lost() throws Exception {
        time.run(() -> {
            var thrown =
                    catchThrowable(() ->
                            Task.scope(scope -> {
                                scope.spawn("x", bodies.failsToCleanUp("x", 10));
                                Task.yield();
                                scope.cancel();
                                return "result";
                            }));
            assertThat(thrown).hasMessage("x could not clean up");
            return null;
        });
    }

    @Test
    void a_cancel_of_the_owner_is_passed_on_once_and_goes_on_after_all_have_ended()
            throws Exception {
        time.run(() -> {
            var owner = Task.spawn("owner", this::ofTwoThatCleanUp);
            Task.sleep(ms(10));
            owner.cancel();
            Task.sleep(ms(5));
            owner.cancel();
            assertThat(catchThrowable(owner::await)).isInstanceOf(CancellationException.class);
            assertThat(owner.isCancelled()).isTrue();
            return null;
        });
        assertThat(time.log).containsExactly("a cleaned up", "b cleaned up");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    private Object ofTwoThatCleanUp() throws Exception {
        try {
            return Task.scope(scope -> {
                scope.spawn("a", bodies.cleansUp("a", 20));
                scope.spawn("b", bodies.cleansUp("b", 30));
                return null;
            });
        } catch (CancellationException e) {
            assertThat(time.log).hasSize(2);
            throw e;
        }
    }

    @Test
    void a_cancel_of_the_owner_reaches_its_block_as_well() throws Exception {
        time.run(() -> {
            var owner =
                    Task.spawn(
                            "owner",
                            () ->
                                    Task.scope(scope -> {
                                        scope.spawn("a", time.after(100, "a"));
                                        scope.spawn("b", time.after(100, "b"));
                                        return time.after(100, "block").call();
                                    }));
            Task.sleep(ms(10));
            owner.cancel();
            assertThat(catchThrowable(owner::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log)
                .containsExactlyInAnyOrder("block cancelled", "a cancelled", "b cancelled");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void a_child_that_is_spawned_after_its_owner_was_cancelled_never_begins() throws Exception {
        time.run(() -> {
            var owner =
                    Task.spawn(
                            "owner",
                            () ->
                                    Task.scope(scope -> {
                                        scope.spawn("spawner", () -> spawnWhenCancelled(scope));
                                        return null;
                                    }));
            Task.sleep(ms(10));
            owner.cancel();
            assertThat(catchThrowable(owner::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("late cancelled true");
    }

    private void spawnWhenCancelled(Scope scope) {
        try {
            Bodies.sleepForADay();
        } finally {
            var late = scope.spawn("late", () -> time.log.add("began"));
            Task.sleep(ms(10));
            time.log.add("late cancelled " + late.isCancelled());
        }
    }

    @Test
    void what_fails_in_a_scope_whose_owner_is_cancelled_is_suppressed_by_the_cancel()
            throws Exception {
        time.run(() -> {
            var seen = new AtomicReference<Throwable>();
            var owner =
                    Task.spawn(
                            "owner",
                            () -> {
                                var thrown =
                                        catchThrowable(() ->
                                                Task.scope(scope -> {
                                                    scope.spawn(
                                                            "a", bodies.failsToCleanUp("a", 10));
                                                    scope.spawn(
                                                            "b", bodies.failsToCleanUp("b", 20));
                                                    return null;
                                                }));
                                seen.set(thrown);
                                throw thrown instanceof Exception e ? e : new Exception(thrown);
                            });
            Task.sleep(ms(10));
            owner.cancel();
            assertThat(catchThrowable(owner::await)).isInstanceOf(CancellationException.class);
            assertThat(owner.isCancelled()).isTrue();
            assertThat(seen.get()).isInstanceOf(CancellationException.class);
            assertThat(Arrays.stream(seen.get().getSuppressed()).map(Throwable::getMessage))
                    .containsExactly("a could not clean up", "b could not clean up");
            return null;
        });
    }

    @Test
    void what_failed_beneath_a_cancelled_task_is_seen_by_whoever_awaits_it() throws Exception {
        time.run(() -> {
            var owner =
                    Task.spawn(
                            "owner",
                            () ->
                                    Task.scope(scope ->
                                            scope.spawn("a", bodies.failsToCleanUp("a", 10))));
            Task.sleep(ms(10));
            owner.cancel();
            var thrown = catchThrowable(owner::await);
            assertThat(thrown).isInstanceOf(CancellationException.class);
            assertThat(thrown.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("a could not clean up");
            return null;
        });
    }

    @Test
    void a_block_that_throws_something_else_on_its_cancel_has_failed_and_so_has_its_task()
            throws Exception {
        time.run(() -> {
            var owner =
                    Task.spawn(
                            "owner",
                            () ->
                                    Task.scope(scope -> {
                                        scope.spawn("child", time.after(100, "child"));
                                        return bodies.failsToCleanUp("block", 0).call();
                                    }));
            Task.sleep(ms(10));
            owner.cancel();
            assertThat(catchThrowable(owner::await)).hasMessage("block could not clean up");
            assertThat(owner.isCancelled()).isFalse();
            return null;
        });
        assertThat(time.log).containsExactly("child cancelled");
    }

    @Test
    void a_child_may_await_its_sibling() throws Exception {
        time.run(() ->
                Task.scope(scope -> {
                    var quick = scope.spawn("quick", time.after(10, "quick"));
                    return scope.spawn("other", () -> time.log.add("got " + quick.await()));
                }));
        assertThat(time.log).containsExactly("quick", "got quick");
    }

    @Test
    void a_failure_that_siblings_share_by_awaiting_it_is_told_once() throws Exception {
        time.run(() -> {
            var thrown =
                    catchThrowable(() ->
                            Task.scope(scope -> {
                                var bad = scope.spawn("bad", bodies.failsAfter(10, "bad"));
                                scope.spawn("a", () -> bad.await());
                                scope.spawn("b", () -> bad.await());
                                return bad.await();
                            }));
            assertThat(thrown).hasMessage("bad").hasNoSuppressedExceptions();
            return null;
        });
    }

    @Test
    void ten_thousand_children_one_after_the_other_fit_into_one_scope() throws Exception {
        var ended = new AtomicInteger();
        time.run(() ->
                Task.scope(scope -> {
                    for (var i = 0; i < 10_000; i++) {
                        scope.spawn("child", ended::incrementAndGet).await();
                    }
                    return null;
                }));
        assertThat(ended).hasValue(10_000);
    }

    @Test
    void a_scope_can_stand_in_the_clean_up_of_a_cancelled_task() throws Exception {
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                try {
                                    Bodies.sleepForADay();
                                } finally {
                                    Task.scope(scope -> {
                                        scope.spawn("a", time.after(20, "a"));
                                        return scope.spawn("b", time.after(10, "b"));
                                    });
                                }
                            });
            Task.yield();
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("b", "a");
    }

    @Test
    void a_scope_is_the_business_of_its_loop_and_of_no_other_thread() throws Exception {
        time.run(() ->
                Task.scope(scope -> {
                    assertThat(catchThrowable(() -> Task.blocking(() -> scope.spawn("a", () -> 1))))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("is not on the event loop");
                    assertThat(catchThrowable(() -> Task.blocking(() -> cancel(scope))))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("is not on the event loop");
                    return null;
                }));
    }

    private static Void cancel(Scope scope) {
        scope.cancel();
        return null;
    }
}
