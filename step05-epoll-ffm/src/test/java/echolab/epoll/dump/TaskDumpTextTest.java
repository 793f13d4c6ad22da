package echolab.epoll.dump;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.loop.JumpingClock;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskDumpTextTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    /// The text with what differs from run to run taken out: numbers of threads and lines.
    private static List<String> lines(TaskDump dump) {
        return dump.toString()
                .lines()
                .map(line -> line.replaceAll("#\\d+", "#N").replaceAll("java:\\d+", "java:N"))
                .toList();
    }

    private static TaskDump dumpOf(Callable<?> main) throws Exception {
        return Task.run(
                new JumpingClock(),
                LONG,
                () -> {
                    main.call();
                    Task.yield();
                    return TaskDump.of(Task.current());
                });
    }

    private static void sleepTwice() {
        Task.sleep(Duration.ofSeconds(1));
        Task.sleep(LONG);
    }

    @Test
    void few_tasks_are_a_line_each() throws Exception {
        var dump =
                dumpOf(() -> {
                    Task.spawn("slow", TaskDumpTextTest::sleepTwice);
                    var other = Task.spawn("other", () -> Task.sleep(LONG));
                    Task.spawn("third", () -> other.await());
                    Task.sleep(Duration.ofMillis(1500));
                    return null;
                });
        assertThat(lines(dump).subList(1, 5))
                .containsExactly(
                        "#N main, 1.5 s, at TaskDumpTextTest.java:N, runs",
                        "  #N slow, 1.5 s, at TaskDumpTextTest.java:N, awaits a timer, 59.5 s left",
                        "  #N other, 1.5 s, at TaskDumpTextTest.java:N, awaits a timer, 58.5 s left",
                        "  #N third, 1.5 s, at TaskDumpTextTest.java:N, awaits task #N other");
        assertThat(dump.toString()).startsWith(Thread.currentThread().getName() + ": 4 tasks");
    }

    @Test
    void thousands_that_do_the_same_are_one_line_and_their_children_too() throws Exception {
        var dump =
                dumpOf(() -> {
                    for (var i = 0; i < 2000; i++) {
                        Task.spawn(
                                "worker " + i,
                                () ->
                                        Task.gather(() -> {
                                            Task.sleep(LONG);
                                            return null;
                                        }));
                        Task.sleep(Duration.ofMillis(1));
                    }
                    Task.spawn("worker, but another", () -> Task.sleep(LONG));
                    return null;
                });
        assertThat(lines(dump).subList(2, 5))
                .containsExactly(
                        "  2000 × worker …, 1 ms to 2.0 s, at TaskDumpTextTest.java:N, each awaits its scope",
                        "    2000 × gather …, 1 ms to 2.0 s, at TaskDumpTextTest.java:N, each awaits a timer",
                        "  #N worker, but another, 0 ms, at TaskDumpTextTest.java:N, awaits a timer, 60.0 s left");
        assertThat(lines(dump)).hasSize(5);
        assertThat(dump.toString()).contains(": 4002 tasks");
    }

    @Test
    void one_stack_is_taken_and_shown_for_many_that_do_the_same() throws Exception {
        var dump =
                Task.run(() -> {
                    for (var i = 0; i < 100; i++) {
                        Task.spawn("sleeper", () -> Task.sleep(LONG));
                    }
                    Task.yield();
                    return TaskDump.withStacks(Task.current());
                });
        assertThat(dump.toString()).contains("100 × sleeper").doesNotContain("VirtualThread");
        assertThat(dump.stacks()).as("main's and those of some sleepers").hasSize(TaskDump.MANY);
        assertThat(dump.toString().lines().filter(line -> line.contains("Task.sleep(Task.java")))
                .hasSize(1);
    }

    @Test
    void a_chain_of_ten_thousand_is_counted_and_cut_off() throws Exception {
        var dump =
                dumpOf(() -> {
                    Task.spawn("link", () -> chain(10_000));
                    for (var i = 0; i < 10_001; i++) {
                        Task.yield();
                    }
                    return null;
                });
        assertThat(dump.toString()).contains(": 10001 tasks");
        assertThat(lines(dump)).hasSize(43).last().asString().endsWith("and more further down");
    }

    private static void chain(int more) throws Exception {
        if (more > 1) {
            Task.spawn("link", () -> chain(more - 1)).await();
        }
        Task.sleep(LONG);
    }
}
