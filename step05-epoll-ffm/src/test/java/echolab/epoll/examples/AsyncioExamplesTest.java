package echolab.epoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Do the examples print what those of asyncio print, in that order, and at what time?
@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@org.junit.jupiter.api.Timeout(
        value = 20,
        threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("stress")
class AsyncioExamplesTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void gather_takes_turns_and_gives_results_in_the_order_of_the_bodies() throws Exception {
        assertThat(time.printedBy(Gather::threeFactorials))
                .containsExactly(
                        "Task A: Compute factorial(2), currently i=2...",
                        "Task B: Compute factorial(3), currently i=2...",
                        "Task C: Compute factorial(4), currently i=2...",
                        "Task A: factorial(2) = 2",
                        "Task B: Compute factorial(3), currently i=3...",
                        "Task C: Compute factorial(4), currently i=3...",
                        "Task B: factorial(3) = 6",
                        "Task C: Compute factorial(4), currently i=4...",
                        "Task C: factorial(4) = 24",
                        "[2, 6, 24]");
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void gather_prints_the_same_by_the_clock_on_the_wall() throws Exception {
        var inVirtualTime = time.printedBy(Gather::threeFactorials);
        var begun = System.nanoTime();
        assertThat(Printed.by(() -> Gather.main(new String[0]))).isEqualTo(inVirtualTime);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void timeout_gives_up_after_a_second_and_leaves_no_sleeper_behind() throws Exception {
        assertThat(time.printedBy(Timeout::waitForEternity)).containsExactly("timeout!");
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_cancelled_sleeper_cleans_up_before_main_goes_on() throws Exception {
        assertThat(time.printedBy(Cancel::cancelASleeper))
                .containsExactly(
                        "cancelMe(): before sleep",
                        "cancelMe(): cancel sleep",
                        "cancelMe(): after sleep",
                        "main(): cancelMe is cancelled now");
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(1));
    }

    /// Not one of asyncio's.
    @Test
    void a_gather_that_fails_has_ended_all_others() throws Exception {
        assertThat(time.printedBy(GatherFailure::oneOfThree))
                .containsExactly(
                        "patient: waits", "hasty: fails", "patient: cleans up", "main(): no luck");
        assertThat(time.passed()).isZero();
    }
}
