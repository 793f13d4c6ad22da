package echolab.epoll.dump;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.dump.TaskDump.Entry;
import echolab.epoll.loop.JumpingClock;
import echolab.epoll.net.Listener;
import echolab.epoll.net.Stream;
import echolab.epoll.task.Task;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskDumpTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static Callable<Void> sleeps() {
        return () -> {
            Task.sleep(LONG);
            return null;
        };
    }

    /// The tasks of the loop that runs this, after each has had its turn.
    private static TaskDump here() {
        Task.yield();
        return TaskDump.of(Task.current());
    }

    /// Names under which others stand, `main > a`.
    private static List<String> tree(TaskDump dump) {
        var names = dump.tasks().stream().collect(Collectors.toMap(Entry::id, Entry::name));
        return dump.tasks().stream()
                .map(task -> names.getOrDefault(task.owner(), "") + " > " + task.name())
                .toList();
    }

    @Test
    void a_task_stands_under_the_one_that_spawned_it() throws Exception {
        var dump =
                Task.run(() -> {
                    Task.spawn(
                            "a",
                            () -> {
                                Task.spawn("a's", sleeps());
                                Task.sleep(LONG);
                            });
                    Task.spawn("b", sleeps());
                    Task.yield();
                    return here();
                });
        assertThat(tree(dump)).containsExactly(" > main", "main > a", "main > b", "a > a's");
    }

    @Test
    void a_task_of_a_scope_stands_under_the_owner_of_the_scope_whoever_spawned_it()
            throws Exception {
        var dump =
                Task.run(() ->
                        Task.scope(scope -> {
                            var taken = new AtomicReference<TaskDump>();
                            scope.spawn(
                                    "child",
                                    () -> {
                                        scope.spawn("grandchild in the same scope", sleeps());
                                        Task.sleep(LONG);
                                    });
                            Task.yield();
                            taken.set(here());
                            scope.cancel();
                            return taken.get();
                        }));
        assertThat(tree(dump))
                .containsExactly(" > main", "main > child", "main > grandchild in the same scope");
    }

    @Test
    void a_task_whose_spawner_has_ended_is_a_root() throws Exception {
        var dump =
                Task.run(() -> {
                    Task.spawn("short", () -> Task.spawn("orphan", sleeps())).await();
                    return here();
                });
        assertThat(tree(dump)).containsExactly(" > main", " > orphan");
    }

    @Test
    void a_task_is_shown_with_its_age_and_the_line_that_spawned_it() throws Exception {
        var clock = new JumpingClock();
        var dump =
                Task.run(
                        clock,
                        LONG,
                        () -> {
                            Task.spawn("old", sleeps());
                            Task.sleep(Duration.ofSeconds(7));
                            return here();
                        });
        var old = dump.tasks().getLast();
        assertThat(old.age()).isEqualTo(Duration.ofSeconds(7));
        assertThat(old.awaits().text()).isEqualTo("awaits a timer, 53.0 s left");
        assertThat(old.site()).startsWith("TaskDumpTest.java:");
    }

    @Test
    void a_connection_was_spawned_where_its_listener_serves() throws Exception {
        var dump =
                Task.run(() -> {
                    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
                    var listener = Listener.bind(loopback, 16, false);
                    var handled = new LinkedBlockingQueue<Stream>();
                    Task.spawn(
                            "server",
                            () ->
                                    listener.serveForever(stream -> {
                                        handled.add(stream);
                                        Task.sleep(LONG);
                                    }));
                    var port = listener.address().getPort();
                    try (var _ = Stream.connect("127.0.0.1", port, LONG)) {
                        handled.take();
                        return here();
                    }
                });
        assertThat(tree(dump)).last().asString().startsWith("server > connection on fd ");
        assertThat(dump.tasks().getLast().site()).startsWith("TaskDumpTest.java:");
    }

    @Test
    void a_stack_is_there_when_asked_for_only() throws Exception {
        var dumps =
                Task.run(() -> {
                    Task.spawn("sleeper", sleeps());
                    return List.of(here(), TaskDump.withStacks(Task.current()));
                });
        assertThat(dumps.getFirst().stacks()).isEmpty();
        assertThat(dumps.getLast().stacks()).hasSize(2);
        var sleeper = dumps.getLast().tasks().getLast();
        assertThat(dumps.getLast().stacks().get(sleeper.id()))
                .anyMatch(f ->
                        f.getClassName().equals(Task.class.getName())
                                && f.getMethodName().equals("sleep"))
                .anyMatch(f -> f.getClassName().startsWith(TaskDumpTest.class.getName()));
    }
}
