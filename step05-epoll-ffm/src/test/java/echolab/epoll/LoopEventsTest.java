package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopEventsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private int port;

    private Path record(Recording recording, Callable<?> main) throws Exception {
        var file = folder.resolve("loop.jfr");
        try (recording) {
            recording.start();
            EventLoop.run(Clock.SYSTEM, Duration.ofMillis(20), main);
            recording.stop();
            recording.dump(file);
        }
        return file;
    }

    private List<RecordedEvent> recorded(String name, Callable<?> main) throws Exception {
        return events(name, record(new Recording(), main));
    }

    private static List<RecordedEvent> events(String name, Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    private static void hold(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    private Void holdAfterASleep() {
        Task.sleep(Duration.ofMillis(30));
        hold(Duration.ofMillis(200));
        Task.yield();
        return null;
    }

    /// One round trip over a real socket; notes the client's port.
    private Void echoOnce() throws Exception {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var listener = Listener.bind(loopback, 16, false);
        var server =
                Task.spawn(
                        "server",
                        () ->
                                listener.serveForever(stream -> {
                                    var buffer = ByteBuffer.allocateDirect(64);
                                    while (stream.read(buffer.clear()) >= 0) {
                                        stream.write(buffer.flip());
                                    }
                                }));
        try (var client = Stream.connect("127.0.0.1", listener.address().getPort(), LONG)) {
            port = client.local().getPort();
            client.write(ByteBuffer.allocateDirect(1));
            client.readExactly(ByteBuffer.allocateDirect(1));
        }
        server.cancel();
        listener.close(LONG);
        return null;
    }

    @Test
    void aLongTurnIsRecordedWithWhatItRanAndAShortOneIsNot() throws Exception {
        var turns = recorded("echolab.LoopTurn", this::holdAfterASleep);
        assertThat(turns).allMatch(turn -> turn.getDuration().toMillis() >= 10);
        assertThat(turns)
                .anySatisfy(turn -> {
                    assertThat(turn.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
                    assertThat(turn.getInt("tasks")).isEqualTo(1);
                    assertThat(turn.getInt("events")).isZero();
                });
    }

    @Test
    void everyTurnIsRecordedWhenTheThresholdIsTakenAway() throws Exception {
        var recording = new Recording();
        recording.enable("echolab.LoopTurn").withThreshold(Duration.ZERO);
        Callable<?> main =
                () -> {
                    Task.sleep(Duration.ofMillis(30));
                    return echoOnce();
                };
        var turns = events("echolab.LoopTurn", record(recording, main));
        assertThat(turns)
                .hasSizeGreaterThan(5)
                .anyMatch(turn -> turn.getInt("events") > 0)
                .anyMatch(turn -> turn.getDuration("waited").toMillis() >= 20);
        assertThat(turns)
                .allSatisfy(turn -> assertThat(turn.getDuration()).isBetween(Duration.ZERO, LONG));
    }

    @Test
    void aSlowTaskIsNamedWithItsStack() throws Exception {
        var slow = recorded("echolab.SlowTask", this::holdAfterASleep);
        assertThat(slow)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("task")).isEqualTo("main");
                    assertThat(event.getDuration("held")).isBetween(Duration.ofMillis(20), LONG);
                    assertThat(event.getString("stack"))
                            .contains("LoopEventsTest.hold(LoopEventsTest.java:");
                });
    }

    @Test
    void anAcceptNamesThePeer() throws Exception {
        var accepts = recorded("echolab.Accept", this::echoOnce);
        assertThat(accepts)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("peer")).isEqualTo("127.0.0.1:" + port);
                    assertThat(event.getInt("fd")).isPositive();
                });
    }

    @Test
    void aCancelSaysWhatTheTaskDidAndWhoCancelledItAndIsToldOnce() throws Exception {
        var cancels =
                recorded(
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
                    assertThat(event.getString("site")).contains("LoopEventsTest.java");
                    assertThat(event.getStackTrace().getFrames())
                            .anyMatch(f ->
                                    f.getMethod()
                                            .getType()
                                            .getName()
                                            .startsWith(LoopEventsTest.class.getName()));
                });
    }

    @Test
    void theJfrToolPrintsOurCategory() throws Exception {
        var file = record(new Recording(), this::echoOnce);
        var jfr = Path.of(System.getProperty("java.home"), "bin", "jfr").toString();
        var print =
                new ProcessBuilder(jfr, "print", "--categories", "Echo Lab", file.toString())
                        .redirectErrorStream(true)
                        .start();
        var text = new String(print.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("echolab.Accept {").contains("peer = \"127.0.0.1:" + port + "\"");
    }

    @Test
    void aTurnOfTheLoopMakesNoGarbageWhileNobodyRecords() throws Exception {
        var bytes =
                EventLoop.run(() -> {
                    turns(50_000);
                    var before = allocated();
                    turns(50_000);
                    return allocated() - before;
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
        return threads.getThreadAllocatedBytes(TaskThreads.currentCarrier().threadId());
    }
}
