package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// What do `gather` and `race` give, and what becomes of the bodies that are not needed any more?
@LoopTest
class TaskGatherTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void gather_gives_results_in_the_order_of_the_bodies() throws Exception {
        assertThat(time.run(() -> Task.gather(time.after(30, "x"), time.after(10, "y"))))
                .containsExactly("x", "y");
    }

    @Test
    void the_first_failure_of_gather_cancels_the_rest_and_carries_theirs() {
        Callable<String> failsLate =
                () -> {
                    try {
                        Task.sleep(ms(100));
                        return "never";
                    } finally {
                        VirtualTime.fail();
                    }
                };
        Callable<String> failsEarly =
                () -> {
                    Task.sleep(ms(10));
                    throw new IllegalStateException("first");
                };
        assertThatThrownBy(() ->
                        time.run(() -> Task.gather(failsLate, failsEarly, time.after(50, "c"))))
                .hasMessage("first")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1))
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("second"));
        assertThat(time.log).containsExactly("c cancelled");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void the_first_of_a_race_wins_and_the_others_are_cancelled() throws Exception {
        assertThat(time.run(() -> Task.race(time.after(30, "slow"), time.after(10, "quick"))))
                .isEqualTo("quick");
        assertThat(time.log).containsExactly("quick", "slow cancelled");
    }

    @Test
    void a_race_of_nobody_is_refused() {
        assertThatThrownBy(() -> time.run(() -> Task.race()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a race needs at least one body");
    }
}
