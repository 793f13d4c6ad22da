package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;

import echolab.contract.Expect;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import echolab.epoll.loop.LoopInside;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A body gets 20 ms. What is left of it when they are over, and what of the time limit when the body was quicker? In virtual time.
@LoopTest
@DisplayName("A time limit")
class TimeIsUpTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    @Order(1)
    @DisplayName("a body that is in time gives its result, or its failure")
    void inTime() throws Exception {
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
    @DisplayName("when the time is up, the body is cancelled and a TimeoutException thrown")
    void timeIsUp() {
        var thrown = thrownBy(time.after(90, "body"));
        Expect.that(
                "the body is cancelled where it waits, or it goes on doing what nobody wants any more",
                time.log.equals(List.of("body cancelled")),
                () -> "after %d ms: %s".formatted(time.passed().toMillis(), time.log));
        Expect.that(
                "the caller learns that it was the time: TimeoutException",
                thrown.startsWith(TimeoutException.class.getName()),
                () -> thrown);
    }

    @Test
    @Order(3)
    @DisplayName("the finally blocks of the body have run before the exception is thrown")
    void waitsForFinally() throws Exception {
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
    @DisplayName("when the body was quicker, no timer is left behind")
    void leavesNoTimer() throws Exception {
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

    private String thrownBy(Callable<?> body) {
        try {
            return "nothing, but the result " + time.run(() -> Task.timeout(ms(20), body));
        } catch (Exception e) {
            return e.toString();
        }
    }
}
