package echolab.epoll.dump;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.loop.Clock;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskDumpFromOutsideTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int ROUNDS = 20_000;

    @Test
    void another_thread_is_answered_by_the_loop_between_two_tasks() throws Exception {
        var dump =
                Task.run(() -> {
                    var task = Task.current();
                    return Task.blocking(() -> TaskDump.of(task, false, LONG));
                });
        assertThat(dump.remark()).isEmpty();
        assertThat(dump.tasks().getFirst().awaits().text()).isEqualTo("awaits a blocking call");
    }

    @Test
    void the_loop_itself_may_ask() throws Exception {
        var dump =
                Task.run(() -> {
                    var task = Task.current();
                    var asked = new CompletableFuture<TaskDump>();
                    task.loop().after(Duration.ZERO, () -> asked.complete(TaskDump.of(task)));
                    return asked.get();
                });
        assertThat(dump.tasks().getFirst().awaits().text())
                .startsWith(
                        "awaits java.util.concurrent.CompletableFuture.get at TaskDumpFromOutsideTest.java");
    }

    @Test
    void a_task_that_does_not_give_way_is_named_from_outside_with_its_stack() throws Exception {
        var taken = new CompletableFuture<TaskDump>();
        Task.run(
                Clock.SYSTEM,
                LONG,
                () -> {
                    var task = Task.current();
                    Task.spawn("waits for its turn", () -> Task.sleep(LONG));
                    Thread.ofPlatform()
                            .start(() ->
                                    taken.complete(
                                            TaskDump.of(task, false, Duration.ofMillis(50))));
                    while (!taken.isDone()) {
                        Thread.onSpinWait();
                    }
                    return null;
                });
        var dump = taken.get();
        var main = dump.tasks().getFirst();
        assertThat(dump.remark())
                .startsWith("the loop did not answer within 50 ms: a task does not give way");
        assertThat(main.awaits().text()).isEqualTo("runs");
        assertThat(dump.stacks()).containsOnlyKeys(main.id());
        assertThat(dump.stacks().get(main.id()))
                .anyMatch(
                        f -> f.getClassName().startsWith(TaskDumpFromOutsideTest.class.getName()));
        assertThat(dump.tasks().getLast().awaits().text()).isEqualTo("awaits its turn");
    }

    @Test
    void a_loop_that_has_ended_says_so() throws Exception {
        var ended = Task.run(Task::current);
        var dump = CompletableFuture.supplyAsync(() -> TaskDump.of(ended)).get();
        assertThat(dump.tasks()).isEmpty();
        assertThat(dump.toString()).contains(": 0 tasks").contains("has ended");
    }

    /// To walk the stack of a task that waits, the JVM holds it for a moment; whoever wakes it just then must not be lost.
    @Test
    void tasks_that_are_looked_at_all_the_time_lose_no_wake_up() throws Exception {
        var looks = new CopyOnWriteArrayList<TaskDump>();
        Task.run(() -> {
            var task = Task.current();
            var there = new LinkedBlockingQueue<Integer>();
            var back = new LinkedBlockingQueue<Integer>();
            var player =
                    Task.spawn(
                            "player",
                            () -> {
                                while (back.add(there.take())) {}
                            });
            var looker =
                    Task.spawn(
                            "looker",
                            () ->
                                    Task.blocking(() -> {
                                        while (!player.isDone()) {
                                            looks.add(TaskDump.withStacks(task));
                                        }
                                        return null;
                                    }));
            for (var i = 0; i < ROUNDS || looks.size() <= 10; i++) {
                there.add(i);
                assertThat(back.take()).isEqualTo(i);
            }
            player.cancel();
            return looker.await();
        });
        assertThat(looks).hasSizeGreaterThan(10);
    }
}
