package echolab.epoll.task;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.VirtualTime;
import echolab.epoll.net.Listener;
import echolab.epoll.net.Stream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AwaitedTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final InetSocketAddress LOOPBACK =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /// What a task with this body awaits once it waits.
    static Awaited awaitedIn(Task.Action body) throws Exception {
        return Task.run(() -> {
            var task = Task.spawn("subject", body);
            Task.yield();
            return Awaited.by(task);
        });
    }

    @Test
    void a_task_that_asks_runs() throws Exception {
        assertThat(Task.run(() -> Awaited.by(Task.current()).text())).isEqualTo("runs");
    }

    @Test
    void a_task_that_has_not_begun_awaits_its_turn() throws Exception {
        assertThat(Task.run(() -> Awaited.by(Task.spawn("new", () -> {})).text()))
                .isEqualTo("awaits its turn");
    }

    @Test
    void a_task_that_was_woken_awaits_its_turn() throws Exception {
        var awaited =
                Task.run(() -> {
                    var queue = new LinkedBlockingQueue<Integer>();
                    var task = Task.spawn("taker", () -> queue.take());
                    Task.yield();
                    queue.add(1);
                    return Awaited.by(task);
                });
        assertThat(awaited.text()).isEqualTo("awaits its turn");
    }

    @Test
    void another_task_is_named() throws Exception {
        var awaited = awaitedIn(() -> Task.spawn("other 7", () -> Task.sleep(LONG)).await());
        assertThat(awaited.text()).matches("awaits task #\\d+ other 7");
        assertThat(awaited.kind()).isEqualTo("awaits task other …");
    }

    @Test
    void the_tasks_of_a_scope_are_counted() throws Exception {
        assertThat(awaitedIn(() -> Task.gather(() -> pause(), () -> pause(), () -> pause())))
                .isEqualTo(new Awaited("awaits its scope", "awaits its scope (3 tasks)"));
    }

    private static Void pause() {
        Task.sleep(LONG);
        return null;
    }

    @Test
    void a_timer_says_how_much_is_left() throws Exception {
        var awaited =
                new VirtualTime()
                        .run(() -> {
                            var sleeper = Task.spawn("subject", () -> Task.sleep(LONG));
                            Task.yield();
                            return Awaited.by(sleeper);
                        });
        assertThat(awaited.text()).isEqualTo("awaits a timer, 60.0 s left");
        assertThat(awaited.kind()).isEqualTo("awaits a timer");
    }

    @Test
    void a_reader_and_a_writer_are_shown_with_their_descriptor_and_their_peer() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var peer = (InetSocketAddress) server.getLocalSocketAddress();
            Task.run(() -> {
                var stream = Stream.connect("127.0.0.1", peer.getPort(), LONG);
                var reader = Task.spawn("reader", () -> stream.read(ByteBuffer.allocateDirect(1)));
                var writer =
                        Task.spawn(
                                "writer", () -> stream.write(ByteBuffer.allocateDirect(64 << 20)));
                Task.yield();
                for (var task : List.of(reader, writer)) {
                    var operation = task == reader ? "read" : "write";
                    assertThat(Awaited.by(task).kind()).isEqualTo("awaits fd " + operation);
                    assertThat(Awaited.by(task).text())
                            .isEqualTo(
                                    "awaits %s %s, peer 127.0.0.1:%s"
                                            .formatted(stream, operation, peer.getPort()));
                }
                return null;
            });
        }
    }

    @Test
    void a_listener_is_shown_with_its_address() throws Exception {
        Task.run(() -> {
            var listener = Listener.bind(LOOPBACK, 1, false);
            var server = Task.spawn("server", () -> listener.serveForever(_ -> {}));
            Task.yield();
            assertThat(Awaited.by(server).text())
                    .isEqualTo(
                            "awaits %s accept on 127.0.0.1:%s"
                                    .formatted(listener, listener.address().getPort()));
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "59_960, 60.0 s",
        "119_940, 119.9 s",
        "120_000, 2 min",
        "86_400_000, 1440 min"
    })
    void a_length_of_time_is_told_in_the_unit_that_fits_it(String millis, String text) {
        assertThat(Awaited.text(Duration.ofMillis(Long.parseLong(millis.replace("_", "")))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"java.base, true", "jdk.net, true", "echolab, false", ", false"})
    void a_frame_is_of_the_jdk_when_its_module_is(String module, boolean ofJdk) {
        var frame = new StackTraceElement(null, module, null, "Some", "method", "Some.java", 1);
        assertThat(Awaited.isOfJdk(frame)).isEqualTo(ofJdk);
    }

    private static Void waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
        return null;
    }

    @Test
    void a_blocking_call_is_told() throws Exception {
        assertThat(awaitedIn(() -> Task.blocking(AwaitedTest::waitForEver)))
                .isEqualTo(new Awaited("awaits a blocking call", "awaits a blocking call"));
    }
}
