package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;

import echolab.contract.Expect;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import echolab.epoll.loop.LoopInside;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A body gets 20 ms. What is left of it when they are over, and what of the time limit when the body was quicker? And who else is meant? In
/// virtual time.
@LoopTest
@DisplayName("A time limit")
class TimeIsUpTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    @Order(1)
    void a_body_that_is_in_time_gives_its_result_or_its_failure() throws Exception {
        time.run(() -> {
            var result = Task.timeout(ms(20), time.after(10, "done"));
            Expect.that("after 10 ms the result is there", result.equals("done"), () -> result);
            return null;
        });
        Callable<Object> fails =
                () -> {
                    VirtualTime.fail();
                    return null;
                };
        var thrown = thrownBy(fails);
        Expect.that(
                "what the body throws is thrown: IllegalStateException",
                thrown.startsWith("java.lang.IllegalStateException"),
                () -> thrown);
    }

    @Test
    @Order(2)
    void when_the_time_is_up_the_body_is_cancelled_and_a_TimeoutException_thrown() {
        var thrown = thrownBy(time.after(90, "body"));
        Expect.that(
                "after 20 ms the body is cancelled where it waits, or it goes on doing what nobody wants any more",
                time.log.equals(List.of("body cancelled")) && time.passed().equals(ms(20)),
                () -> "after %d ms: %s".formatted(time.passed().toMillis(), time.log));
        Expect.that(
                "the caller learns that it was the time: TimeoutException",
                thrown.startsWith(TimeoutException.class.getName()),
                () -> thrown);
    }

    @Test
    @Order(3)
    void the_finally_blocks_of_the_body_have_run_before_the_exception_is_thrown() throws Exception {
        Callable<String> body =
                () -> {
                    try {
                        Task.sleep(ms(100));
                        return "late";
                    } finally {
                        Task.sleep(ms(5));
                        time.log.add("finally");
                    }
                };
        time.run(() -> {
            try {
                Task.timeout(ms(20), body);
            } catch (TimeoutException _) {
                time.log.add("thrown");
            }
            Expect.that(
                    "a finally may wait itself, to write a last byte or to close: who gets the TimeoutException may rely on it being over",
                    time.log.equals(List.of("finally", "thrown")),
                    () -> String.valueOf(time.log));
            return null;
        });
    }

    @Test
    @Order(4)
    void when_the_body_was_quicker_no_timer_is_left_behind() throws Exception {
        time.run(() -> {
            Task.timeout(ms(20), time.after(10, "done"));
            var loop = Task.current().loop();
            Expect.that(
                    "a timer that nobody cancels fires later, when its task is long over, and is kept until then: one for each message, perhaps",
                    LoopInside.timers(loop) == 0,
                    () -> LoopInside.timers(loop) + " timer is set still");
            return null;
        });
    }

    @Test
    @Order(5)
    void a_body_that_came_to_its_end_all_the_same_gives_its_result() {
        Callable<String> body =
                () -> {
                    Thread.yield(); // lets the timer fire, and does not listen to a cancel
                    return "done";
                };
        var end = endOf(() -> time.run(() -> Task.timeout(ms(0), body)));
        Expect.that(
                "the time is up, but the body ends without another wait and has heard of nothing: its result is there, perhaps a connection that somebody must close, and is given",
                end.equals("the result done"),
                () -> end);
    }

    @Test
    @Order(6)
    void the_body_runs_in_the_task_that_has_called() throws Exception {
        var caller = new ThreadLocal<String>();
        time.run(() -> {
            caller.set("set by the caller");
            var seen = Task.timeout(ms(20), caller::get);
            Expect.that(
                    "a time limit changes nothing but the time: the body sees the locks that its caller holds, and its ThreadLocals, as it does without a limit",
                    "set by the caller".equals(seen),
                    () -> "a ThreadLocal that the caller has set is " + seen + " in the body");
            return null;
        });
    }

    @Test
    @Order(7)
    @DisplayName("somebody else's cancel goes through and stays a cancel")
    void somebody_elses_cancel_goes_through_and_stays_a_cancel() throws Exception {
        time.run(() -> {
            var task = Task.spawn("limited", () -> Task.timeout(ms(20), time.after(90, "body")));
            Task.sleep(ms(10));
            task.cancel();
            Expect.that(
                    "after 10 ms the whole task is cancelled from outside, and its time was not up: whoever awaits it gets the CancellationException",
                    endOf(task::await).startsWith(CancellationException.class.getName()),
                    () -> endOf(task::await));
            return null;
        });
    }

    @Test
    @Order(8)
    void when_the_time_was_up_the_task_goes_on_and_can_be_cancelled_as_before() throws Exception {
        Callable<String> body =
                () -> {
                    try {
                        Task.timeout(ms(20), time.after(90, "limited"));
                    } catch (TimeoutException _) {
                        time.log.add("time is up");
                    }
                    return time.after(90, "behind it").call();
                };
        time.run(() -> {
            var task = Task.spawn("task", body);
            Task.sleep(ms(30));
            task.cancel();
            var end = endOf(task::await);
            Expect.that(
                    "the cancel was meant for the body of the time limit and for nothing else: the task has left that block, waits behind it, and hears of the next cancel, after 30 ms",
                    time.passed().equals(ms(30)) && time.log.contains("behind it cancelled"),
                    () ->
                            "after %d ms: %s, and %s"
                                    .formatted(time.passed().toMillis(), time.log, end));
            return null;
        });
    }

    @Test
    @Order(9)
    void when_the_body_failed_in_time_no_timer_is_left_behind_either() throws Exception {
        Callable<Object> fails =
                () -> {
                    Task.sleep(ms(10));
                    throw new IllegalStateException("body failed");
                };
        time.run(() -> {
            endOf(() -> Task.timeout(ms(20), fails));
            var loop = Task.current().loop();
            Expect.that(
                    "the body threw after 10 ms: its timer is taken back, however the body ended",
                    LoopInside.timers(loop) == 0,
                    () -> LoopInside.timers(loop) + " timer is set still");
            return null;
        });
    }

    @Test
    @Order(10)
    void who_cleans_up_after_somebody_elses_cancel_while_the_timer_fires_was_not_out_of_time()
            throws Exception {
        Callable<String> body =
                () -> {
                    try {
                        Task.sleep(ms(90));
                        return "late";
                    } finally {
                        Task.sleep(ms(20));
                    }
                };
        time.run(() -> {
            var task = Task.spawn("limited", () -> Task.timeout(ms(20), body));
            Task.sleep(ms(10));
            task.cancel();
            var end = endOf(task::await);
            Expect.that(
                    "after 10 ms the whole task was cancelled, and it was cleaning up when the timer fired, after 20: the cancel that it has heard of is not ours, and stays a CancellationException",
                    end.startsWith(CancellationException.class.getName()),
                    () -> end);
            return null;
        });
    }

    @Test
    @Order(11)
    void a_wait_of_the_JDK_tells_of_our_cancel_by_another_exception() {
        Callable<Object> body =
                () -> {
                    try {
                        Task.sleep(ms(90));
                        return "late";
                    } catch (CancellationException e) {
                        throw new InterruptedException("as a queue of the JDK throws it");
                    }
                };
        var thrown = thrownBy(body);
        Expect.that(
                "the question is whether our cancel was on its way, and not what the body made of it: an InterruptedException becomes a TimeoutException, too",
                thrown.startsWith(TimeoutException.class.getName()),
                () -> thrown);
    }

    @Test
    @Order(12)
    void what_the_body_throws_instead_when_its_time_is_up_is_not_lost() throws Exception {
        Callable<String> body =
                () -> {
                    try {
                        return time.after(90, "body").call();
                    } finally {
                        VirtualTime.fail();
                    }
                };
        time.run(() -> {
            Expect.that(
                    "the body was cancelled, and its clean-up failed: timeIsUp says what to throw, that failure, which carries the TimeoutException",
                    () -> {
                        try {
                            Task.timeout(ms(20), body);
                        } catch (IllegalStateException e) {
                            if (e.getSuppressed().length == 1) {
                                return;
                            }
                            throw new AssertionError("that failure alone", e);
                        } catch (TimeoutException _) {
                            throw new AssertionError("the TimeoutException alone");
                        }
                        throw new AssertionError("a result");
                    });
            return null;
        });
    }

    @Test
    @Order(13)
    void a_cancel_that_nobody_has_noticed_ends_with_the_body() throws Exception {
        Callable<String> body =
                () -> {
                    Thread.yield(); // lets the timer fire, and does not listen to a cancel
                    return "done";
                };
        time.run(() -> {
            var task =
                    Task.spawn(
                            "task",
                            () -> Task.timeout(ms(0), body) + time.after(10, "behind it").call());
            var end = endOf(task::await);
            Expect.that(
                    "the cancel was for the body alone, which came to its end before it noticed: the next wait of the task, behind the block, hears nothing of it",
                    time.log.equals(List.of("behind it")),
                    () -> "%s, and %s".formatted(time.log, end));
            return null;
        });
    }

    @Test
    @Order(14)
    void a_cancel_of_the_task_that_came_while_it_cleaned_up_is_heard_behind_the_block()
            throws Exception {
        Callable<String> body =
                () -> {
                    try {
                        return time.after(90, "body").call();
                    } finally {
                        Task.sleep(ms(10));
                    }
                };
        Callable<String> goesOn =
                () -> {
                    try {
                        return Task.timeout(ms(20), body);
                    } catch (TimeoutException _) {
                        return time.after(90, "behind it").call();
                    }
                };
        time.run(() -> {
            var task = Task.spawn("task", goesOn);
            Task.sleep(ms(25));
            task.cancel();
            var end = endOf(task::await);
            Expect.that(
                    "after 25 ms the whole task was cancelled while it cleaned up after the time limit; that cancel is kept, and the first wait behind the block, after 30 ms, hears of it",
                    time.passed().equals(ms(30)) && time.log.contains("behind it cancelled"),
                    () ->
                            "after %s ms: %s, and %s"
                                    .formatted(time.passed().toMillis(), time.log, end));
            return null;
        });
    }

    private String thrownBy(Callable<?> body) {
        return endOf(() -> time.run(() -> Task.timeout(ms(20), body)));
    }

    private static String endOf(Callable<?> body) {
        try {
            return "the result " + body.call();
        } catch (Exception e) {
            return e.toString();
        }
    }
}
