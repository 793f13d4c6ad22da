package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.net.Loopback;
import echolab.epoll.task.Task;
import java.io.File;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is left of a loop when it has ended? Nothing: no descriptor, no thread, no task.
@LoopTest
class LoopLifeTest {

    private static int descriptors() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }

    private static List<String> threadsOtherThan(Set<Thread> known) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !known.contains(thread))
                .map(Thread::getName)
                .toList();
    }

    /// No socket, and nothing else. There may be fewer than before: what a test before left open is closed meanwhile.
    private static void leavesNone(Callable<Void> main) throws Exception {
        Task.run(main); // loads what is loaded once
        var sockets = Loopback.openSockets();
        var before = descriptors();
        for (var i = 0; i < 100; i++) {
            Task.run(main);
        }
        assertThat(Loopback.openSockets()).as("open sockets").isSubsetOf(sockets);
        assertThat(descriptors()).as("open descriptors").isLessThanOrEqualTo(before);
    }

    @Test
    void a_loop_leaves_no_descriptor_behind_even_when_its_streams_were_left_open()
            throws Exception {
        leavesNone(LoopLifeTest::leaveStreamsOpen);
    }

    private static Void leaveStreamsOpen() throws Exception {
        var listener = Loopback.listen();
        Loopback.serve(listener, stream -> stream.read(ByteBuffer.allocateDirect(1)));
        Loopback.connectTo(listener);
        return null;
    }

    @Test
    void a_loop_leaves_no_thread_behind_nor_a_task() throws Exception {
        var others = Thread.getAllStackTraces().keySet();
        Task.run(LoopLifeTest::leaveTasksWaiting); // starts what the JDK starts once
        Until.holds(
                "the threads of the first loop have ended",
                () -> threadsOtherThan(others).stream().noneMatch(LoopLifeTest::isOurs),
                () -> threadsOtherThan(others));
        var before = Thread.getAllStackTraces().keySet();
        var left = Task.run(LoopLifeTest::leaveTasksWaiting);
        assertThat(left).isEmpty();
        // a cancelled blocking call is told to end, and not waited for
        Until.holds(
                "the threads of the second loop have ended",
                () -> threadsOtherThan(before).isEmpty(),
                () -> threadsOtherThan(before));
    }

    private static Void fail() {
        VirtualTime.fail();
        return null;
    }

    private static Set<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }

    private static boolean isOurs(String thread) {
        return thread.startsWith("slow-task watch") || thread.startsWith("blocking call");
    }

    private static Set<Task<?>> leaveTasksWaiting() throws Exception {
        leaveStreamsOpen();
        for (var waiting : List.of(Waiting.BLOCKING, Waiting.SLEEP, Waiting.QUEUE)) {
            Task.spawn(waiting.name(), waiting::begin);
        }
        Until.holds(
                "the blocking call has a thread",
                () -> threadNames().stream().anyMatch(name -> name.startsWith("blocking call")),
                LoopLifeTest::threadNames);
        assertThat(Task.current().all()).hasSizeGreaterThanOrEqualTo(5);
        return Task.current().all();
    }

    @Test
    void a_plain_virtual_thread_that_waits_on_a_stream_does_not_keep_its_loop_from_ending()
            throws Exception {
        leavesNone(LoopLifeTest::leaveAPlainThreadReading);
    }

    private static Void leaveAPlainThreadReading() throws Exception {
        var stream = Loopback.connectToSilence();
        Thread.ofVirtual().start(new FutureTask<>(() -> stream.read(Loopback.bytes(0))));
        Task.yield();
        return null;
    }

    @Test
    void a_second_loop_runs_on_the_same_thread_after_the_first() throws Exception {
        for (var i = 0; i < 3; i++) {
            var round = i;
            assertThat(Task.run(() -> Task.gather(() -> round))).containsExactly(round);
        }
    }

    @Test
    void a_loop_that_has_ended_takes_nothing_in_from_other_threads() throws Exception {
        var loop = Task.run(() -> Task.current().loop());
        var handingIn = new FutureTask<>(() -> loop.execute(() -> {}), null);
        Thread.ofPlatform().start(handingIn).join();
        assertThatThrownBy(handingIn::get)
                .hasCauseInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void a_loop_does_not_run_on_a_virtual_thread() throws Exception {
        var thrown = new AtomicReference<Throwable>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Task.run(() -> null);
                    } catch (Throwable e) {
                        thrown.set(e);
                    }
                })
                .join();
        assertThat(thrown.get()).hasMessageContaining("start it on a platform thread");
    }

    @Test
    void what_main_throws_comes_out_of_the_loop() {
        assertThatThrownBy(() -> Task.run(LoopLifeTest::fail))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("second");
    }
}
