package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// What must not be broken off in the middle is shielded: a cancel waits until it has ended, and is not forgotten.
@LoopTest
class ShieldTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    /// Runs the body in a task, cancels it after 10 ms, and logs how it ended.
    private void cancelledAfter10ms(Task.Action body) throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", body);
            Task.sleep(ms(10));
            task.cancel();
            var thrown = catchThrowable(task::await);
            time.log.add(thrown == null ? "ended" : thrown.getClass().getSimpleName());
            return null;
        });
    }

    @Test
    void a_shield_gives_the_result_of_its_body() throws Exception {
        assertThat(time.run(() -> Task.shield(time.after(10, "body")))).isEqualTo("body");
    }

    @Test
    void a_shield_throws_the_exception_of_its_body_as_it_is() {
        var failure = new IOException("the body's own");
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.shield(() -> {
                                    throw failure;
                                })))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
    }

    @Test
    void a_shielded_body_runs_in_the_same_task() throws Exception {
        time.run(() -> {
            var outside = Thread.currentThread();
            assertThat(Task.shield(Thread::currentThread)).isSameAs(outside);
            return null;
        });
    }

    @Test
    void a_cancel_waits_for_the_body_and_is_thrown_by_the_next_wait() throws Exception {
        cancelledAfter10ms(() -> {
            time.log.add("shield gave " + Task.shield(time.after(50, "body")));
            bodies.sleep(50, "rest");
        });
        assertThat(time.log)
                .containsExactly(
                        "body", "shield gave body", "rest cancelled", "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(50));
    }

    @Test
    void a_task_that_does_not_wait_after_its_shield_has_succeeded() throws Exception {
        cancelledAfter10ms(() -> Task.shield(time.after(50, "body")));
        assertThat(time.log).containsExactly("body", "ended");
    }

    @Test
    void a_cancel_that_was_asked_for_before_the_shield_waits_as_well() throws Exception {
        time.run(() -> {
            var self = new Task<?>[1];
            self[0] =
                    Task.spawn(
                            "subject",
                            () -> {
                                self[0].cancel();
                                Task.shield(time.after(50, "body"));
                                bodies.sleep(50, "rest");
                            });
            assertThat(catchThrowable(self[0]::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("body", "rest cancelled");
    }

    @Test
    void a_cancel_that_waited_for_a_shield_whose_body_failed_still_comes() throws Exception {
        cancelledAfter10ms(() -> {
            assertThat(catchThrowable(() -> Task.shield(bodies.failsAfter(50, "bad"))))
                    .hasMessage("bad");
            bodies.sleep(50, "rest");
        });
        assertThat(time.log).containsExactly("rest cancelled", "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(50));
    }

    @Test
    void every_wait_inside_a_shield_is_let_be() throws Exception {
        cancelledAfter10ms(() -> {
            Task.shield(() -> {
                bodies.sleep(20, "sleep");
                Task.gather(time.after(10, "a"), time.after(20, "b"));
                Task.scope(scope -> scope.spawn("child", time.after(10, "child")));
                Task.race(time.after(10, "quick"), time.after(20, "slow"));
                Task.timeout(ms(50), time.after(10, "limited"));
                Task.yield();
                return Task.spawn("other", time.after(10, "other")).await();
            });
            Task.yield();
        });
        assertThat(time.log)
                .containsExactly(
                        "sleep",
                        "a",
                        "b",
                        "child",
                        "quick",
                        "slow cancelled",
                        "limited",
                        "other",
                        "CancellationException");
    }

    @Test
    void waits_of_the_jdk_inside_a_shield_are_not_interrupted() throws Exception {
        cancelledAfter10ms(() -> {
            Task.shield(() -> {
                Thread.sleep(ms(1)); // of the JDK's own clock, and over at some time
                Task.sleep(ms(20));
                Thread.sleep(ms(1));
                time.log.add("interrupted " + Thread.currentThread().isInterrupted());
                return null;
            });
            Task.yield();
        });
        assertThat(time.log).containsExactly("interrupted false", "CancellationException");
    }

    @Test
    void a_shield_inside_a_shield_does_not_end_the_outer_one() throws Exception {
        cancelledAfter10ms(() -> {
            Task.shield(() -> {
                Task.shield(time.after(20, "inner"));
                return time.after(20, "outer").call();
            });
            bodies.sleep(50, "rest");
        });
        assertThat(time.log)
                .containsExactly("inner", "outer", "rest cancelled", "CancellationException");
    }

    @Test
    void a_cancel_that_waited_for_one_shield_is_thrown_before_the_next_one_if_there_is_a_wait()
            throws Exception {
        cancelledAfter10ms(() -> {
            Task.shield(time.after(20, "first"));
            Task.yield();
            Task.shield(time.after(20, "second"));
        });
        assertThat(time.log).containsExactly("first", "CancellationException");
    }

    @Test
    void a_cancel_waits_for_two_shields_with_no_wait_between_them() throws Exception {
        cancelledAfter10ms(() -> {
            Task.shield(time.after(20, "first"));
            Task.shield(time.after(20, "second"));
            bodies.sleep(50, "rest");
        });
        assertThat(time.log)
                .containsExactly("first", "second", "rest cancelled", "CancellationException");
    }

    @Test
    void a_shield_that_is_over_protects_nobody() throws Exception {
        cancelledAfter10ms(() -> {
            Task.shield(time.after(5, "body"));
            bodies.sleep(50, "rest");
        });
        assertThat(time.log).containsExactly("body", "rest cancelled", "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void a_limit_inside_a_shield_holds() throws Exception {
        cancelledAfter10ms(() -> {
            Task.shield(() -> {
                var thrown = catchThrowable(() -> Task.timeout(ms(20), time.after(50, "body")));
                time.log.add(thrown.getClass().getSimpleName());
                return time.after(10, "goes on").call();
            });
            Task.yield();
        });
        assertThat(time.log)
                .containsExactly(
                        "body cancelled", "TimeoutException", "goes on", "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_limit_around_a_shield_waits_for_it_and_is_told_at_the_next_wait() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.timeout(
                                        ms(10),
                                        () -> {
                                            Task.shield(time.after(50, "body"));
                                            return time.after(50, "rest").call();
                                        })));
        assertThat(thrown).isInstanceOf(TimeoutException.class).hasMessageContaining("10 ms");
        assertThat(time.log).containsExactly("body", "rest cancelled");
        assertThat(time.passed()).isEqualTo(ms(50));
    }

    @Test
    void a_limit_around_nothing_but_a_shield_gives_the_result_late() throws Exception {
        assertThat(time.run(() -> Task.timeout(ms(10), () -> Task.shield(time.after(50, "body")))))
                .isEqualTo("body");
        assertThat(time.passed()).isEqualTo(ms(50));
    }

    @Test
    void a_limit_between_two_shields_is_put_off_by_the_inner_one_only() throws Exception {
        cancelledAfter10ms(() -> {
            Task.shield(() -> {
                var thrown =
                        catchThrowable(() ->
                                Task.timeout(
                                        ms(20),
                                        () -> {
                                            Task.shield(time.after(50, "inner"));
                                            return time.after(50, "rest").call();
                                        }));
                time.log.add(thrown.getClass().getSimpleName());
                return time.after(10, "outer").call();
            });
            Task.yield();
        });
        assertThat(time.log)
                .containsExactly(
                        "inner",
                        "rest cancelled",
                        "TimeoutException",
                        "outer",
                        "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void children_of_a_scope_inside_a_shield_are_not_told_of_their_owners_cancel()
            throws Exception {
        cancelledAfter10ms(() -> {
            Task.shield(() -> Task.scope(scope -> scope.spawn("child", time.after(50, "child"))));
            bodies.sleep(50, "rest");
        });
        assertThat(time.log).containsExactly("child", "rest cancelled", "CancellationException");
    }

    @Test
    void a_failure_inside_a_shielded_scope_still_ends_its_block_and_children() throws Exception {
        cancelledAfter10ms(() -> {
            var thrown =
                    catchThrowable(() ->
                            Task.shield(() ->
                                    Task.scope(scope -> {
                                        scope.spawn("a", time.after(90, "a"));
                                        scope.spawn("bad", bodies.failsAfter(20, "bad"));
                                        return time.after(90, "block").call();
                                    })));
            time.log.add(thrown.getMessage());
            Task.yield();
        });
        assertThat(time.log)
                .containsExactlyInAnyOrder(
                        "a cancelled", "block cancelled", "bad", "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(20));
    }

    @Test
    void a_child_in_a_shield_keeps_its_failed_scope_open_until_it_is_done() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("safe", () -> Task.shield(time.after(50, "safe")));
                                    return scope.spawn("bad", bodies.failsAfter(10, "bad"));
                                })));
        assertThat(thrown).hasMessage("bad");
        assertThat(time.log).containsExactly("safe");
        assertThat(time.passed()).isEqualTo(ms(50));
    }

    @Test
    void a_task_that_is_spawned_inside_a_shield_is_not_shielded_itself() throws Exception {
        time.run(() ->
                Task.shield(() -> {
                    var other = Task.spawn("other", time.after(50, "other"));
                    Task.sleep(ms(10));
                    other.cancel();
                    assertThat(catchThrowable(other::await))
                            .isInstanceOf(CancellationException.class);
                    return null;
                }));
        assertThat(time.log).containsExactly("other cancelled");
    }

    @Test
    void a_shield_in_a_clean_up_changes_nothing_about_the_cancel_on_its_way() throws Exception {
        cancelledAfter10ms(() -> {
            try {
                Bodies.sleepForADay();
            } finally {
                Task.shield(time.after(20, "good-bye"));
            }
        });
        assertThat(time.log).containsExactly("good-bye", "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void the_loop_waits_for_what_is_shielded_when_main_has_ended() throws Exception {
        Callable<String> main =
                () -> {
                    Task.spawn(
                            "background",
                            () -> {
                                Task.shield(time.after(50, "saved"));
                                bodies.sleep(50, "rest");
                            });
                    Task.sleep(ms(10));
                    return "main";
                };
        assertThat(time.run(main)).isEqualTo("main");
        assertThat(time.log).containsExactly("saved", "rest cancelled");
        assertThat(time.passed()).isEqualTo(ms(50));
    }

    @Test
    void the_loser_of_a_race_that_is_shielded_is_waited_for() throws Exception {
        var won =
                time.run(() ->
                        Task.race(
                                time.after(10, "quick"),
                                () -> Task.shield(time.after(50, "shielded"))));
        assertThat(won).isEqualTo("quick");
        assertThat(time.log).containsExactly("quick", "shielded");
        assertThat(time.passed()).isEqualTo(ms(50));
    }
}
