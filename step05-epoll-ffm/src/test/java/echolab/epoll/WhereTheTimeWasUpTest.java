package echolab.epoll;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// Time is up, and the first question is: where was it lost? The exception names the line of the body, and not one of the machinery.
@LoopTest
class WhereTheTimeWasUpTest {

    private final VirtualTime time = new VirtualTime();

    private Throwable thrownAfter(Duration limit, Callable<?> body) {
        return catchThrowable(() -> time.run(() -> Task.timeout(limit, body)));
    }

    private static String sleepsTooLong() {
        Task.sleep(Duration.ofDays(1));
        return "never";
    }

    /// The line at which this method stands in the stack of what the body saw, as the message says it.
    private static String placeOf(String method, Throwable timeout) {
        var frames = timeout.getCause().getStackTrace();
        return Arrays.stream(frames)
                .filter(frame -> frame.getMethodName().equals(method))
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .findFirst()
                .orElse(method + " is not on the stack");
    }

    @Test
    void the_message_says_the_limit_and_the_line_that_waited() {
        var thrown = thrownAfter(ms(10), WhereTheTimeWasUpTest::sleepsTooLong);
        assertThat(thrown)
                .isInstanceOf(TimeoutException.class)
                .hasMessage("not done after 10 ms, at " + placeOf("sleepsTooLong", thrown));
    }

    @Test
    void a_body_that_waited_in_the_jdk_is_named_by_its_own_line() {
        Callable<Object> waitsInTheJdk = () -> new LinkedBlockingQueue<>().take();
        assertThat(thrownAfter(ms(10), waitsInTheJdk))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("WhereTheTimeWasUpTest.java");
    }

    @Test
    void a_body_that_waited_for_its_children_is_named_by_the_line_of_its_scope() {
        var thrown = thrownAfter(ms(10), WhereTheTimeWasUpTest::gathersTooLong);
        assertThat(thrown)
                .isInstanceOf(TimeoutException.class)
                .hasMessage("not done after 10 ms, at " + placeOf("gathersTooLong", thrown));
    }

    private static Object gathersTooLong() throws Exception {
        return Task.gather(
                WhereTheTimeWasUpTest::sleepsTooLong, WhereTheTimeWasUpTest::sleepsTooLong);
    }

    @Test
    void limits_of_any_length_are_said_in_words() {
        assertThat(thrownAfter(Duration.ofMinutes(90), WhereTheTimeWasUpTest::sleepsTooLong))
                .isInstanceOf(TimeoutException.class)
                .message()
                .startsWith("not done after ");
        assertThat(time.passed()).isEqualTo(Duration.ofMinutes(90));
    }
}
