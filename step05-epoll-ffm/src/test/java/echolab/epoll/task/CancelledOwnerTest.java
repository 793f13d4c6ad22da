package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// What does the owner of a scope do with a cancel before its children hear of it?
@LoopTest
class CancelledOwnerTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    /// Runs the body in a task, cancels it after 10 ms, and logs how it ended.
    private void cancelledAfter10ms(Task.Action body) throws Exception {
        time.run(() -> {
            var owner = Task.spawn("owner", body);
            Task.sleep(ms(10));
            owner.cancel();
            var thrown = catchThrowable(owner::await);
            time.log.add(thrown == null ? "ended" : thrown.getClass().getSimpleName());
            return null;
        });
    }

    @Test
    void children_are_at_work_until_the_block_of_their_cancelled_owner_has_cleaned_up()
            throws Exception {
        cancelledAfter10ms(() ->
                Task.scope(scope -> {
                    scope.spawn("quick", time.after(25, "quick"));
                    scope.spawn("slow", time.after(100, "slow"));
                    return bodies.cleansUp("block", 30).call();
                }));
        assertThat(time.log)
                .containsExactly(
                        "quick", "block cleaned up", "slow cancelled", "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    @Test
    void a_block_that_swallows_the_cancel_of_its_owner_keeps_its_children() throws Exception {
        cancelledAfter10ms(() ->
                time.log.add(
                        Task.scope(scope -> {
                            scope.spawn("first", time.after(30, "first"));
                            bodies.sleepOrNot(100, "block");
                            scope.spawn("second", time.after(10, "second"));
                            return "result";
                        })));
        assertThat(time.log)
                .containsExactly("block cancelled", "second", "first", "result", "ended");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_block_may_await_a_child_while_it_cleans_up() throws Exception {
        cancelledAfter10ms(() ->
                Task.scope(scope -> {
                    var child = scope.spawn("child", time.after(30, "child"));
                    try {
                        Bodies.sleepForADay();
                    } finally {
                        time.log.add("block got " + child.await());
                    }
                    return null;
                }));
        assertThat(time.log).containsExactly("child", "block got child", "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void an_owner_that_cancels_itself_is_told_by_the_end_of_its_scope() throws Exception {
        time.run(() -> {
            var owner = new Task<?>[1];
            owner[0] =
                    Task.spawn(
                            "owner",
                            () -> {
                                Task.scope(scope -> {
                                    scope.spawn("child", bodies.cleansUp("child", 20));
                                    Task.yield();
                                    owner[0].cancel();
                                    return "result";
                                });
                                time.log.add("went on");
                            });
            assertThat(catchThrowable(owner[0]::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("child cleaned up");
        assertThat(time.passed()).isEqualTo(ms(20));
    }

    /// Nothing waits there: who wants to be told asks by `yield`.
    @Test
    void a_scope_without_children_is_no_wait_and_does_not_tell_of_a_cancel() throws Exception {
        time.run(() -> {
            var owner = new Task<?>[1];
            owner[0] =
                    Task.spawn(
                            "owner",
                            () -> {
                                owner[0].cancel();
                                time.log.add(Task.scope(_ -> "result"));
                                Task.yield();
                                time.log.add("went on");
                            });
            assertThat(catchThrowable(owner[0]::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("result");
    }

    @Test
    void to_await_a_task_that_has_ended_is_no_wait_and_does_not_tell_of_a_cancel()
            throws Exception {
        time.run(() -> {
            var ended = Task.spawn("ended", () -> "result");
            ended.await();
            var subject = new Task<?>[1];
            subject[0] =
                    Task.spawn(
                            "subject",
                            () -> {
                                subject[0].cancel();
                                time.log.add(ended.await());
                                Task.yield();
                                time.log.add("went on");
                            });
            assertThat(catchThrowable(subject[0]::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("result");
    }

    @Test
    void a_cancel_reaches_the_owner_in_the_join_of_the_inner_of_two_scopes_and_leaves_both()
            throws Exception {
        cancelledAfter10ms(() ->
                Task.scope(outer -> {
                    outer.spawn("outer child", bodies.cleansUp("outer child", 20));
                    Task.scope(inner -> {
                        inner.spawn("inner child", bodies.cleansUp("inner child", 30));
                        return null;
                    });
                    return time.log.add("between the scopes");
                }));
        // the outer scope passes it on when the inner one has been left
        assertThat(time.log)
                .containsExactly(
                        "inner child cleaned up",
                        "outer child cleaned up",
                        "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void a_failure_in_the_outer_scope_is_no_failure_of_the_inner_one() throws Exception {
        time.run(() -> {
            var inner = new Throwable[1];
            var outer =
                    catchThrowable(() ->
                            Task.scope(scope -> {
                                scope.spawn("bad", bodies.failsAfter(10, "outer"));
                                inner[0] =
                                        catchThrowable(() ->
                                                Task.scope(s ->
                                                        s.spawn("x", bodies.cleansUp("x", 20))));
                                return null;
                            }));
            assertThat(inner[0]).isInstanceOf(CancellationException.class);
            assertThat(outer).hasMessage("outer").hasNoSuppressedExceptions();
            return null;
        });
        assertThat(time.log).containsExactly("x cleaned up");
    }
}
