package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a body whose time is limited, of what it throws, and of the task that it runs in?
@LoopTest
class TimeoutBehaviourTest {

    private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    /// What a body with 10 ms throws.
    private Throwable thrownWithin10ms(Callable<?> body) {
        return catchThrowable(() -> time.run(() -> Task.timeout(ms(10), body)));
    }

    // the same task

    @Test
    void a_body_runs_in_the_task_that_set_the_limit() throws Exception {
        time.run(() -> {
            var outside = Thread.currentThread();
            assertThat(Task.timeout(ms(10), Thread::currentThread)).isSameAs(outside);
            return null;
        });
    }

    @Test
    void a_lock_that_the_caller_holds_is_the_bodys_too() throws Exception {
        var lock = new ReentrantLock();
        time.run(() -> {
            lock.lock();
            var holds =
                    Task.timeout(
                            ms(10),
                            () -> {
                                lock.lock();
                                return lock.getHoldCount();
                            });
            assertThat(holds).isEqualTo(2);
            return null;
        });
        assertThat(time.passed()).isZero();
    }

    @Test
    void a_body_sees_the_callers_thread_locals_and_scoped_values() throws Exception {
        var local = new ThreadLocal<String>();
        var scoped = ScopedValue.<String>newInstance();
        time.run(() -> {
            local.set("local");
            var seen =
                    ScopedValue.where(scoped, "scoped")
                            .call(() ->
                                    Task.timeout(ms(10), () -> local.get() + " " + scoped.get()));
            assertThat(seen).isEqualTo("local scoped");
            return null;
        });
    }

    @Test
    void a_value_that_the_body_sets_for_its_thread_stays() throws Exception {
        var local = new ThreadLocal<String>();
        time.run(() -> {
            Task.timeout(ms(10), Task.callable(() -> local.set("set inside")));
            assertThat(local.get()).isEqualTo("set inside");
            return null;
        });
    }

    // results

    @Test
    void a_body_may_give_nothing() throws Exception {
        Object nothing = time.run(() -> Task.timeout(ms(10), () -> null));
        assertThat(nothing).isNull();
    }

    @Test
    void a_limit_that_was_not_reached_cancels_nothing_later() throws Exception {
        time.run(() -> {
            Task.timeout(ms(20), time.after(10, "body"));
            bodies.sleepOrNot(100, "rest");
            return null;
        });
        assertThat(time.log).containsExactly("body", "rest");
    }

    @Test
    void a_limit_that_was_reached_cancels_nothing_later() throws Exception {
        time.run(() -> {
            assertThat(catchThrowable(() -> Task.timeout(ms(10), time.after(50, "body"))))
                    .isInstanceOf(TimeoutException.class);
            bodies.sleepOrNot(100, "rest");
            return null;
        });
        assertThat(time.log).containsExactly("body cancelled", "rest");
        assertThat(time.passed()).isEqualTo(ms(110));
    }

    @Test
    void limits_one_after_the_other_do_not_touch_each_other() throws Exception {
        time.run(() -> {
            for (var i = 0; i < 100; i++) {
                Task.timeout(ms(10), time.after(9, "in time"));
                assertThat(catchThrowable(() -> Task.timeout(ms(10), time.after(11, "late"))))
                        .isInstanceOf(TimeoutException.class);
            }
            return null;
        });
        assertThat(time.passed()).isEqualTo(ms(1_900));
    }

    @Test
    void a_body_that_swallows_the_end_of_its_time_gives_its_result() throws Exception {
        assertThat(time.run(() -> Task.timeout(ms(10), bodies.givesAllTheSame("late", 50))))
                .isEqualTo("late");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void a_body_that_does_not_wait_gives_its_result_although_its_time_is_up() throws Exception {
        var clock = new HandMovedClock();
        var result =
                Task.run(
                        clock,
                        FOREVER,
                        () ->
                                Task.timeout(
                                        ms(10),
                                        () -> {
                                            clock.pass(ms(50));
                                            return "late";
                                        }));
        assertThat(result).isEqualTo("late");
    }

    @Test
    void a_result_that_came_although_the_time_was_up_is_not_followed_by_a_cancel()
            throws Exception {
        var clock = new HandMovedClock();
        Task.run(
                clock,
                FOREVER,
                () -> {
                    Task.timeout(ms(10), Task.callable(() -> clock.pass(ms(50))));
                    bodies.sleepOrNot(10, "rest");
                    return null;
                });
        assertThat(time.log).containsExactly("rest");
    }

    // when

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_limit_of_nothing_or_less_is_up_at_the_first_wait(long nanos) {
        Callable<Object> body =
                () -> {
                    time.log.add("began");
                    Task.yield();
                    time.log.add("went on");
                    return null;
                };
        assertThatThrownBy(() -> time.run(() -> Task.timeout(Duration.ofNanos(nanos), body)))
                .isInstanceOf(TimeoutException.class);
        assertThat(time.log).containsExactly("began");
        assertThat(time.passed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_limit_of_nothing_or_less_lets_a_body_through_that_does_not_wait(long nanos)
            throws Exception {
        assertThat(time.run(() -> Task.timeout(Duration.ofNanos(nanos), () -> "at once")))
                .isEqualTo("at once");
    }

    @Test
    void a_limit_of_for_ever_and_one_of_minus_for_ever_are_taken() throws Exception {
        time.run(() -> {
            assertThat(Task.timeout(FOREVER, time.after(10, "body"))).isEqualTo("body");
            assertThat(
                            catchThrowable(
                                    () -> Task.timeout(FOREVER.negated(), time.after(10, "never"))))
                    .isInstanceOf(TimeoutException.class);
            return null;
        });
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void of_two_limits_that_are_up_at_the_same_time_the_outer_one_throws() {
        var thrown =
                thrownWithin10ms(() -> {
                    try {
                        return Task.timeout(ms(10), time.after(50, "body"));
                    } catch (CancellationException e) {
                        time.log.add("inner is cancelled");
                        throw e;
                    } catch (TimeoutException e) {
                        time.log.add("inner is out of time");
                        throw e;
                    }
                });
        assertThat(thrown).isInstanceOf(TimeoutException.class);
        assertThat(time.log).containsExactly("body cancelled", "inner is cancelled");
    }

    /// The body holds the loop until both are over. The inner one was up first, and the outer one is not forgotten for it.
    @Test
    void of_two_limits_that_passed_while_the_body_held_the_loop_both_are_told() throws Exception {
        var clock = new HandMovedClock();
        var thrown =
                catchThrowable(() ->
                        Task.run(
                                clock,
                                FOREVER,
                                () -> Task.timeout(ms(20), () -> holdingTheLoop(clock))));
        assertThat(thrown).isInstanceOf(TimeoutException.class).hasMessageContaining("10 ms");
        assertThat(thrown.getSuppressed()).hasSize(1);
        assertThat(thrown.getSuppressed()[0]).hasMessageContaining("20 ms");
        assertThat(time.log).containsExactly("body cancelled");
    }

    private String holdingTheLoop(HandMovedClock clock) throws Exception {
        return Task.timeout(
                ms(10),
                () -> {
                    clock.pass(ms(50));
                    return time.after(10, "body").call();
                });
    }

    @Test
    void of_two_limits_that_passed_while_the_body_held_the_loop_the_outer_one_ends_what_follows() {
        var clock = new HandMovedClock();
        assertThatThrownBy(() ->
                        Task.run(
                                clock,
                                FOREVER,
                                () ->
                                        Task.timeout(
                                                ms(20),
                                                () -> {
                                                    assertThat(
                                                                    thrownBy(() ->
                                                                            holdingTheLoop(clock)))
                                                            .isInstanceOf(TimeoutException.class);
                                                    return time.after(10, "what follows").call();
                                                })))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("20 ms");
        assertThat(time.log).containsExactly("body cancelled", "what follows cancelled");
    }

    @Test
    void an_outer_limit_goes_through_an_inner_one_as_a_cancel() {
        var thrown =
                thrownWithin10ms(() -> {
                    try {
                        return Task.timeout(ms(50), time.after(90, "body"));
                    } catch (CancellationException e) {
                        time.log.add("inner is cancelled");
                        throw e;
                    }
                });
        assertThat(thrown).isInstanceOf(TimeoutException.class).hasMessageContaining("10 ms");
        assertThat(time.log).containsExactly("body cancelled", "inner is cancelled");
    }

    @Test
    void an_inner_limit_leaves_the_outer_one_what_is_left_of_it() {
        var thrown =
                thrownWithin10ms(() -> {
                    var inner = catchThrowable(() -> Task.timeout(ms(4), time.after(50, "body")));
                    time.log.add(inner.getClass().getSimpleName());
                    return time.after(50, "rest").call();
                });
        assertThat(thrown).isInstanceOf(TimeoutException.class).hasMessageContaining("10 ms");
        assertThat(time.log)
                .containsExactly("body cancelled", "TimeoutException", "rest cancelled");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void the_inner_of_two_limits_that_is_not_handled_goes_through_the_outer_one_as_itself() {
        var seen = new Throwable[1];
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.timeout(
                                        ms(50),
                                        () -> {
                                            seen[0] =
                                                    catchThrowable(() ->
                                                            Task.timeout(
                                                                    ms(10), time.after(20, "x")));
                                            throw (TimeoutException) seen[0];
                                        })));
        assertThat(thrown).isSameAs(seen[0]).hasMessageContaining("10 ms");
    }

    // what is thrown

    @Test
    void the_cause_of_the_exception_is_what_the_body_saw_where_it_was() {
        var thrown = thrownWithin10ms(this::waitInAMethodWithAName);
        assertThat(thrown).isInstanceOf(TimeoutException.class).hasMessageContaining("10 ms");
        assertThat(thrown.getCause()).isInstanceOf(CancellationException.class);
        assertThat(thrown.getCause().getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .contains("waitInAMethodWithAName");
    }

    private String waitInAMethodWithAName() {
        Bodies.sleepForADay();
        return "never";
    }

    @Test
    void a_body_that_waits_in_the_jdk_runs_out_of_time_as_any_other() {
        var thrown =
                thrownWithin10ms(
                        () -> new CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.DAYS));
        assertThat(thrown)
                .isInstanceOf(TimeoutException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void what_the_body_throws_in_time_is_thrown_as_it_is() {
        var failure = new IOException("the body's own");
        var thrown =
                thrownWithin10ms(() -> {
                    throw failure;
                });
        assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
    }

    @Test
    void a_timeout_exception_of_the_bodys_own_is_thrown_as_it_is() {
        var own = new TimeoutException("of a protocol");
        var thrown =
                thrownWithin10ms(() -> {
                    throw own;
                });
        assertThat(thrown).isSameAs(own);
    }

    @Test
    void an_error_of_the_body_is_thrown_as_it_is() {
        var error = new LinkageError("not a real one");
        var thrown =
                thrownWithin10ms(() -> {
                    throw error;
                });
        assertThat(thrown).isSameAs(error);
    }

    @Test
    void what_the_clean_up_throws_goes_before_the_end_of_the_time_which_it_suppresses() {
        var thrown = thrownWithin10ms(bodies.failsToCleanUp("body", 5));
        assertThat(thrown).hasMessage("body could not clean up");
        assertThat(thrown.getSuppressed()).hasSize(1);
        assertThat(thrown.getSuppressed()[0])
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("10 ms");
    }

    @Test
    void a_body_that_wraps_the_cancel_has_thrown_something_else() {
        var thrown =
                thrownWithin10ms(() -> {
                    try {
                        return time.after(50, "body").call();
                    } catch (CancellationException e) {
                        throw new IOException("wrapped", e);
                    }
                });
        assertThat(thrown)
                .isInstanceOf(IOException.class)
                .hasMessage("wrapped")
                .hasCauseInstanceOf(CancellationException.class);
    }

    // somebody else's cancel

    @Test
    void a_cancel_from_outside_goes_through_a_limit_as_it_is() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", () -> Task.timeout(ms(50), time.after(90, "body")));
            Task.sleep(ms(10));
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            assertThat(task.isCancelled()).isTrue();
            return null;
        });
        assertThat(time.log).containsExactly("body cancelled");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void a_body_that_cancels_its_own_task_is_not_out_of_time() throws Exception {
        time.run(() -> {
            var self = new Task<?>[1];
            self[0] =
                    Task.spawn(
                            "subject",
                            () ->
                                    Task.timeout(
                                            ms(50),
                                            () -> {
                                                self[0].cancel();
                                                return time.after(90, "body").call();
                                            }));
            assertThat(catchThrowable(self[0]::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.passed()).isZero();
    }

    @Test
    void a_task_that_handled_the_end_of_its_time_is_not_cancelled() throws Exception {
        time.run(() -> {
            var task =
                    Task.spawn(
                            "subject",
                            () -> {
                                assertThat(
                                                thrownBy(() ->
                                                        Task.timeout(ms(10), time.after(50, "a"))))
                                        .isInstanceOf(TimeoutException.class);
                                return "done";
                            });
            assertThat(task.await()).isEqualTo("done");
            assertThat(task.isCancelled()).isFalse();
            return null;
        });
    }

    private static Throwable thrownBy(Callable<?> body) {
        return catchThrowable(body::call);
    }

    @Test
    void a_task_that_ran_out_of_time_has_failed_and_is_not_cancelled() throws Exception {
        time.run(() -> {
            var task = Task.spawn("subject", () -> Task.timeout(ms(10), time.after(50, "a")));
            assertThat(catchThrowable(task::await)).isInstanceOf(TimeoutException.class);
            assertThat(task.isCancelled()).isFalse();
            return null;
        });
    }

    // around other tasks

    @Test
    void a_limit_around_a_scope_ends_its_children_and_waits_for_them() {
        var thrown =
                thrownWithin10ms(() ->
                        Task.scope(scope -> {
                            scope.spawn("a", bodies.cleansUp("a", 20));
                            return bodies.cleansUp("block", 30).call();
                        }));
        assertThat(thrown).isInstanceOf(TimeoutException.class).hasNoSuppressedExceptions();
        assertThat(time.log).containsExactlyInAnyOrder("a cleaned up", "block cleaned up");
    }

    @Test
    void a_limit_around_a_gather_ends_all_of_it() {
        var thrown = thrownWithin10ms(() -> Task.gather(time.after(50, "a"), time.after(5, "b")));
        assertThat(thrown).isInstanceOf(TimeoutException.class);
        assertThat(time.log).containsExactly("b", "a cancelled");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void a_limit_around_an_await_gives_up_the_waiting_and_not_the_task() throws Exception {
        time.run(() -> {
            var task = Task.spawn("other", time.after(50, "other"));
            assertThat(catchThrowable(() -> Task.timeout(ms(10), task::await)))
                    .isInstanceOf(TimeoutException.class);
            assertThat(task.await()).isEqualTo("other");
            return null;
        });
        assertThat(time.passed()).isEqualTo(ms(50));
    }

    @Test
    void a_child_that_runs_out_of_time_cancels_its_siblings() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("sibling", time.after(90, "sibling"));
                                    return scope.spawn(
                                            "limited",
                                            () -> Task.timeout(ms(10), time.after(50, "limited")));
                                })));
        assertThat(thrown).isInstanceOf(TimeoutException.class);
        assertThat(time.log).containsExactly("limited cancelled", "sibling cancelled");
    }

    @Test
    void a_child_that_fails_within_a_limit_is_a_failure_and_no_end_of_time() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.timeout(
                                        ms(50),
                                        () ->
                                                Task.scope(scope -> {
                                                    scope.spawn(
                                                            "bad", bodies.failsAfter(10, "bad"));
                                                    return time.after(90, "block").call();
                                                }))));
        assertThat(thrown).hasMessage("bad").hasNoSuppressedExceptions();
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    /// The child fails in the turn in which the time of its owner is up: neither must be lost.
    @Test
    void a_child_that_fails_when_the_time_is_up_leaves_the_end_of_the_time_standing() {
        var thrown =
                thrownWithin10ms(() -> {
                    try {
                        return Task.scope(scope -> {
                            scope.spawn("bad", () -> failOnceTheTimeIsUp());
                            return time.after(90, "block").call();
                        });
                    } catch (Bodies.Fault e) {
                        time.log.add("handled " + e.getMessage());
                    }
                    return time.after(90, "rest").call();
                });
        assertThat(thrown).isInstanceOf(TimeoutException.class);
        assertThat(time.log).doesNotContain("rest").contains("block cancelled");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    private static void failOnceTheTimeIsUp() {
        Task.sleep(ms(10));
        Bodies.fail("bad");
    }
}
