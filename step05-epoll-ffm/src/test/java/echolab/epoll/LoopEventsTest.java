package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.task.Task;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopEventsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private RecordedLoop loop;

    @BeforeEach
    void recordInTheFolder() {
        loop = new RecordedLoop(folder);
    }

    @Test
    void a_slow_task_is_named_with_its_stack() throws Exception {
        var began = System.nanoTime();
        var slow = loop.recorded("echolab.SlowTask", loop::holdAfterASleep);
        var all = Duration.ofNanos(System.nanoTime() - began);
        // on a busy machine one may be seen before it holds the loop, as it waits for a CPU
        assertThat(slow)
                .anySatisfy(event -> {
                    assertThat(event.getString("task")).isEqualTo("main");
                    assertThat(event.getDuration("held")).isBetween(Duration.ofMillis(20), all);
                    assertThat(event.getString("stack"))
                            .contains("RecordedLoop.hold(RecordedLoop.java:");
                });
    }

    @Test
    void an_accept_names_the_peer() throws Exception {
        var accepts = loop.recorded("echolab.Accept", loop::echoOnce);
        assertThat(accepts)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("peer")).isEqualTo("127.0.0.1:" + loop.port());
                    assertThat(event.getInt("fd")).isPositive();
                });
    }

    @Test
    void a_cancel_says_what_the_task_did_and_who_cancelled_it_and_is_told_once() throws Exception {
        var cancels =
                loop.recorded(
                        "echolab.Cancel",
                        () -> {
                            var sleeper = Task.spawn("sleeper", () -> Task.sleep(LONG));
                            Task.yield();
                            sleeper.cancel();
                            sleeper.cancel();
                            return null;
                        });
        assertThat(cancels)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("task")).isEqualTo("sleeper");
                    assertThat(event.getString("state")).startsWith("awaits a timer, ");
                    assertThat(event.getStackTrace().getFrames())
                            .anyMatch(f ->
                                    f.getMethod()
                                            .getType()
                                            .getName()
                                            .startsWith(LoopEventsTest.class.getName()));
                });
    }

    /// Others look at the stack of the same task all the time, which the JDK lets one do at a time.
    @Test
    void a_cancel_that_is_recorded_lets_no_other_task_run() throws Exception {
        var nothing = new SynchronousQueue<>();
        var cancels =
                loop.recorded(
                        "echolab.Cancel",
                        () -> {
                            for (var i = 0; i < 1_000; i++) {
                                var waiting = Task.spawn("waiting", () -> nothing.take());
                                Task.yield();
                                assertThat(runsOfTheLoopWhileCancelled(waiting)).isZero();
                            }
                            return null;
                        });
        assertThat(cancels).hasSize(1_000);
    }

    private static long runsOfTheLoopWhileCancelled(Task<?> task) throws InterruptedException {
        var looks = new AtomicBoolean(true);
        var other = Thread.ofPlatform().start(() -> look(task, looks));
        try {
            var before = Task.current().loop().runs();
            task.cancel();
            return Task.current().loop().runs() - before;
        } finally {
            looks.set(false);
            other.join();
        }
    }

    private static void look(Task<?> task, AtomicBoolean wanted) {
        while (wanted.get()) {
            task.stack();
        }
    }

    @Test
    void the_jfr_tool_prints_our_category() throws Exception {
        var file = loop.record(new Recording(), loop::echoOnce);
        var jfr = Path.of(System.getProperty("java.home"), "bin", "jfr").toString();
        var print =
                new ProcessBuilder(jfr, "print", "--categories", "Echo Lab", file.toString())
                        .redirectErrorStream(true)
                        .start();
        var text = new String(print.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("echolab.Accept {")
                .contains("peer = \"127.0.0.1:" + loop.port() + "\"");
    }
}
