package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.RecordedLoop;
import echolab.epoll.task.Task;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopTurnEventTest {

    @TempDir private Path folder;

    private RecordedLoop loop;

    @BeforeEach
    void recordInTheFolder() {
        loop = new RecordedLoop(folder);
    }

    @Test
    void a_long_turn_is_recorded_with_what_it_ran_and_a_short_one_is_not() throws Exception {
        var turns = loop.recorded("echolab.LoopTurn", loop::holdAfterASleep);
        assertThat(turns).allMatch(turn -> turn.getDuration().toMillis() >= 10);
        assertThat(turns)
                .anySatisfy(turn -> {
                    assertThat(turn.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
                    // the one that holds the loop, and goes on after it has given way
                    assertThat(turn.getInt("tasks")).isEqualTo(2);
                    assertThat(turn.getInt("events")).isZero();
                });
    }

    @Test
    void every_turn_is_recorded_when_the_threshold_is_taken_away() throws Exception {
        var recording = new Recording();
        recording.enable("echolab.LoopTurn").withThreshold(Duration.ZERO);
        Callable<?> main =
                () -> {
                    Task.sleep(Duration.ofMillis(500));
                    return loop.echoOnce();
                };
        var began = System.nanoTime();
        var turns = RecordedLoop.events("echolab.LoopTurn", loop.record(recording, main));
        var all = Duration.ofNanos(System.nanoTime() - began);
        assertThat(turns)
                .anyMatch(turn -> turn.getInt("events") > 0)
                .anyMatch(turn -> turn.getDuration("waited").toMillis() >= 20);
        assertThat(turns)
                .allSatisfy(turn -> assertThat(turn.getDuration()).isBetween(Duration.ZERO, all));
    }

    /// The JIT compiler finds out which objects need not be made. On a busy machine it comes late.
    @Test
    void a_turn_of_the_loop_makes_no_garbage_while_nobody_records() throws Exception {
        var bytes =
                Task.run(() -> {
                    var least = Long.MAX_VALUE;
                    for (var i = 0; i < 40 && least >= 50_000; i++) {
                        var before = allocated();
                        turns(50_000);
                        least = Math.min(least, allocated() - before);
                    }
                    return least;
                });
        assertThat(bytes).as("bytes allocated in 50,000 turns").isLessThan(50_000);
    }

    private static void turns(int count) {
        for (var i = 0; i < count; i++) {
            Task.yield();
        }
    }

    /// By the loop's thread and what runs on it, since it was started.
    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(VirtualThreads.currentCarrier().threadId());
    }
}
