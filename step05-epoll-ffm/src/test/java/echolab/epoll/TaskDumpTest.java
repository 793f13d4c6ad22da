package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.TaskDump.Entry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskDumpTest {

    static final Duration LONG = Duration.ofSeconds(60);

    private static Callable<Void> sleeps() {
        return () -> {
            Task.sleep(LONG);
            return null;
        };
    }

    /// The tasks of the loop that runs this, after each has had its turn.
    private static TaskDump here() {
        Task.yield();
        return TaskDump.of(EventLoop.current());
    }

    private static List<String> names(List<Entry> tasks) {
        return tasks.stream().map(Entry::name).toList();
    }

    @Test
    void aTaskStandsUnderTheOneThatSpawnedIt() throws Exception {
        var dump =
                EventLoop.run(() -> {
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
        assertThat(names(dump.roots())).containsExactly("main");
        var main = dump.roots().getFirst();
        assertThat(names(main.children())).containsExactly("a", "b");
        assertThat(names(main.children().getFirst().children())).containsExactly("a's");
    }

    @Test
    void aTaskOfAScopeStandsUnderTheOwnerOfTheScopeWhoeverSpawnedIt() throws Exception {
        var dump =
                EventLoop.run(() ->
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
        assertThat(names(dump.roots().getFirst().children()))
                .containsExactly("child", "grandchild in the same scope");
    }

    @Test
    void aTaskWhoseSpawnerHasEndedIsARoot() throws Exception {
        var dump =
                EventLoop.run(() -> {
                    Task.spawn("short", () -> Task.spawn("orphan", sleeps())).await();
                    return here();
                });
        assertThat(names(dump.roots())).containsExactly("main", "orphan");
    }

    @Test
    void aTaskIsShownWithItsAgeAndTheLineThatSpawnedIt() throws Exception {
        var clock = new JumpingClock();
        var dump =
                EventLoop.run(
                        clock,
                        LONG,
                        () -> {
                            Task.spawn("old", sleeps());
                            Task.sleep(Duration.ofSeconds(7));
                            return here();
                        });
        var old = dump.roots().getFirst().children().getFirst();
        assertThat(old.age()).isEqualTo(Duration.ofSeconds(7));
        assertThat(old.awaits()).isEqualTo(new Awaited.TimerEnd(Duration.ofSeconds(53)));
        assertThat(old.site().orElseThrow().getFileName()).isEqualTo("TaskDumpTest.java");
    }

    @Test
    void aConnectionWasSpawnedWhereItsListenerServes() throws Exception {
        var dump =
                EventLoop.run(() -> {
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
        var server = dump.roots().getFirst().children().getFirst();
        assertThat(server.children().getFirst().site().orElseThrow().getFileName())
                .isEqualTo("TaskDumpTest.java");
    }

    @Test
    void aStackIsThereWhenAskedForOnly() throws Exception {
        var dumps =
                EventLoop.run(() -> {
                    Task.spawn("sleeper", sleeps());
                    return List.of(here(), TaskDump.withStacks(EventLoop.current()));
                });
        var stacks =
                dumps.stream()
                        .map(d -> d.roots().getFirst().children().getFirst().stack())
                        .toList();
        assertThat(stacks.getFirst()).isEmpty();
        assertThat(stacks.getLast())
                .anyMatch(f ->
                        f.getClassName().equals(Task.class.getName())
                                && f.getMethodName().equals("sleep"))
                .anyMatch(f -> f.getClassName().startsWith(TaskDumpTest.class.getName()));
    }

    @Test
    void anotherThreadIsAnsweredByTheLoopBetweenTwoTasks() throws Exception {
        var dump =
                EventLoop.run(() -> {
                    var loop = EventLoop.current();
                    return Task.blocking(() -> TaskDump.of(loop));
                });
        assertThat(dump.remark()).isEmpty();
        assertThat(dump.roots().getFirst().awaits().text())
                .startsWith("awaits java.util.concurrent.FutureTask.get at Combinators.java:");
    }

    @Test
    void theLoopItselfMayAsk() throws Exception {
        var dump =
                EventLoop.run(() -> {
                    var loop = EventLoop.current();
                    var asked = new CompletableFuture<TaskDump>();
                    loop.after(Duration.ZERO, () -> asked.complete(TaskDump.of(loop)));
                    return asked.get();
                });
        assertThat(dump.roots().getFirst().awaits().text())
                .startsWith(
                        "awaits java.util.concurrent.CompletableFuture.get at TaskDumpTest.java");
    }

    @Test
    void aTaskThatDoesNotGiveWayIsNamedFromOutsideWithItsStack() throws Exception {
        var taken = new CompletableFuture<TaskDump>();
        EventLoop.run(
                Clock.SYSTEM,
                LONG,
                () -> {
                    var loop = EventLoop.current();
                    Task.spawn("waits for its turn", sleeps());
                    Thread.ofPlatform()
                            .start(() ->
                                    taken.complete(
                                            TaskDump.of(loop, false, Duration.ofMillis(50))));
                    while (!taken.isDone()) {
                        Thread.onSpinWait();
                    }
                    return null;
                });
        var dump = taken.get();
        var main = dump.roots().getFirst();
        assertThat(dump.remark().orElseThrow())
                .startsWith(
                        "the loop did not answer within 50 ms, because #"
                                + main.id()
                                + " main does not give way");
        assertThat(main.awaits()).isEqualTo(new Awaited.Running());
        assertThat(main.stack())
                .anyMatch(f -> f.getClassName().startsWith(TaskDumpTest.class.getName()));
        assertThat(main.children().getFirst().awaits()).isEqualTo(new Awaited.Turn());
        assertThat(main.children().getFirst().stack()).isEmpty();
    }

    @Test
    void aLoopThatHasEndedSaysSo() throws Exception {
        var loop = EventLoop.run(EventLoop::current);
        var dump = CompletableFuture.supplyAsync(() -> TaskDump.of(loop)).get();
        assertThat(dump.roots()).isEmpty();
        assertThat(dump.toString()).contains(": 0 tasks").contains("has ended");
    }

    /// To walk the stack of a task that waits, the JVM holds it for a moment; whoever wakes it just then must not be lost.
    @Test
    void tasksThatAreLookedAtAllTheTimeLoseNoWakeUp() throws Exception {
        var rounds = 20_000;
        var looks = new ArrayList<TaskDump>();
        EventLoop.run(() -> {
            var loop = EventLoop.current();
            var there = new LinkedBlockingQueue<Integer>();
            var back = new LinkedBlockingQueue<Integer>();
            var player =
                    Task.spawn(
                            "player",
                            () -> {
                                for (var i = 0; i < rounds; i++) {
                                    back.add(there.take());
                                }
                            });
            var looker =
                    Task.spawn(
                            "looker",
                            () ->
                                    Task.blocking(() -> {
                                        while (!player.isDone()) {
                                            looks.add(TaskDump.withStacks(loop));
                                        }
                                        return null;
                                    }));
            for (var i = 0; i < rounds; i++) {
                there.add(i);
                assertThat(back.take()).isEqualTo(i);
            }
            player.await();
            return looker.await();
        });
        assertThat(looks).hasSizeGreaterThan(10);
    }
}
