package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// What does a body see whose time is up?
@LoopTest
class TaskTimeoutTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void a_timeout_runs_the_finally_of_its_body_before_it_throws() {
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
        assertThatThrownBy(() -> time.run(() -> Task.timeout(ms(20), body)))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("not done after 20 ms");
        assertThat(time.log).containsExactly("finally");
        assertThat(time.passed()).isEqualTo(ms(25));
    }

    @Test
    void a_body_that_is_in_time_gives_its_result() throws Exception {
        assertThat(time.run(() -> Task.timeout(ms(20), time.after(10, "done")))).isEqualTo("done");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void the_inner_of_two_timeouts_does_not_stop_the_outer() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.timeout(
                                        ms(10), () -> Task.timeout(ms(50), time.after(90, "x")))))
                .isInstanceOf(TimeoutException.class)
                .hasMessageStartingWith("not done after 10 ms, at ");
        assertThat(time.log).containsExactly("x cancelled");
    }
}
