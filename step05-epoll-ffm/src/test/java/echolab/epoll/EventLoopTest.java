package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventLoopTest {

    private static final InetSocketAddress LOOPBACK =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static int descriptors() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }

    private static Stream connectTo(Listener listener) throws Exception {
        return Stream.connect("127.0.0.1", listener.address().getPort(), LIMIT);
    }

    private static Task<Void> serve(Listener listener, Listener.Handler handler) {
        return Task.spawn("server", () -> listener.serveForever(handler));
    }

    @Test
    void aLoopLeavesNoDescriptorBehindEvenWhenItsStreamsWereLeftOpen() throws Exception {
        EventLoop.run(() -> Task.gather(() -> 1)); // loads what is loaded once
        EventLoop.run(EventLoopTest::leaveStreamsOpen);
        var before = descriptors();
        for (var i = 0; i < 20; i++) {
            EventLoop.run(EventLoopTest::leaveStreamsOpen);
        }
        assertThat(descriptors()).isEqualTo(before);
    }

    private static Void leaveStreamsOpen() throws Exception {
        var listener = Listener.bind(LOOPBACK, 16, false);
        serve(listener, stream -> stream.read(ByteBuffer.allocateDirect(1)));
        connectTo(listener);
        return null;
    }

    @Test
    void whatIsHandedInByFourThreadsAllRuns() throws Exception {
        var each = 250_000;
        var count = new int[1]; // touched on the loop alone
        EventLoop.run(() -> {
            var loop = Task.current().loop();
            var done = new CountDownLatch(4);
            for (var i = 0; i < 4; i++) {
                Thread.ofPlatform()
                        .start(() -> {
                            for (var n = 0; n < each; n++) {
                                loop.execute(() -> count[0]++);
                            }
                            loop.execute(done::countDown);
                        });
            }
            done.await();
            return null;
        });
        assertThat(count[0]).isEqualTo(4 * each);
    }

    /// Ping-pong with a thread outside: each side sleeps until the other hands something over, so that nearly every
    /// hand-over meets a loop that is about to sleep.
    @Test
    @Tag("stress")
    void noWakeUpIsLostBetweenTheLookAndTheSleep() throws Exception {
        var rounds = 20_000;
        var ping = new SynchronousQueue<Integer>();
        var pong = new SynchronousQueue<Integer>();
        var sum =
                EventLoop.run(() -> {
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                try {
                                    for (var i = 0; i < rounds; i++) {
                                        pong.put(ping.take());
                                    }
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
                    var total = 0;
                    for (var i = 0; i < rounds; i++) {
                        ping.put(1);
                        total += pong.take();
                    }
                    return total;
                });
        assertThat(sum).isEqualTo(rounds);
    }

    @Test
    @Tag("stress")
    void aCancelFromOutsideThatMeetsTheEndGivesOneOrTheOther() throws Exception {
        EventLoop.run(() -> {
            for (var i = 0; i < 5_000; i++) {
                var task =
                        Task.spawn(
                                "racer",
                                () -> {
                                    Task.yield();
                                    return "done";
                                });
                var canceller = Thread.ofPlatform().start(task::cancel);
                var thrown = catchThrowable(task::await);
                assertThat(thrown).isIn(null, thrown);
                assertThat(thrown == null ? "done" : "cancelled")
                        .isEqualTo(task.isCancelled() ? "cancelled" : "done");
                canceller.join();
            }
            return null;
        });
    }

    @Test
    void bytesThatArriveBeforeTheReadAreNotLost() throws Exception {
        EventLoop.run(() -> {
            var listener = Listener.bind(LOOPBACK, 16, false);
            serve(listener, EventLoopTest::echo);
            try (var stream = connectTo(listener)) {
                var buffer = ByteBuffer.allocateDirect(64);
                for (var i = 0; i < 20_000; i++) {
                    stream.write(buffer.clear().limit(1 + i % 64));
                    stream.readExactly(buffer.clear().limit(1 + i % 64));
                }
            }
            listener.close(LIMIT);
            return null;
        });
    }

    private static void echo(Stream stream) throws Exception {
        var buffer = ByteBuffer.allocateDirect(2048);
        while (stream.read(buffer.clear()) >= 0) {
            stream.write(buffer.flip());
        }
    }

    @Test
    void linesAreCutAndWhatFollowsIsKept() throws Exception {
        var lines = new ArrayList<String>();
        EventLoop.run(() -> {
            var listener = Listener.bind(LOOPBACK, 16, false);
            serve(
                    listener,
                    stream -> {
                        var text = "one\r\ntwo\n\nrest".getBytes();
                        stream.write(ByteBuffer.allocateDirect(text.length).put(text).flip());
                    });
            try (var stream = connectTo(listener)) {
                lines.add(stream.readLine());
                lines.add(new String(stream.readUntil((byte) 'w', 10)));
                lines.add(stream.readLine());
                lines.add(stream.readLine());
                lines.add(new String(stream.readAll(100)));
                lines.add(stream.readLine());
            }
            return null;
        });
        assertThat(lines).containsExactly("one", "tw", "o", "", "rest", null);
    }

    @Test
    void closingAStreamWakesItsReader() throws Exception {
        waitingReader((stream, reader) -> {
            stream.close();
            assertThat(catchThrowable(reader::await))
                    .isInstanceOf(AsynchronousCloseException.class);
        });
    }

    @Test
    void cancellingAReaderEndsItsReadAndLeavesTheStreamOpen() throws Exception {
        waitingReader((stream, reader) -> {
            reader.cancel();
            assertThat(catchThrowable(reader::await)).isInstanceOf(CancellationException.class);
            stream.write(ByteBuffer.allocateDirect(1));
        });
    }

    @Test
    void aSecondReaderIsToldWhoTheFirstIs() throws Exception {
        waitingReader((stream, reader) -> {
            assertThatThrownBy(() -> stream.read(ByteBuffer.allocateDirect(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("task reader already waits to read here");
            reader.cancel();
        });
    }

    private interface ReaderTest {
        void test(Stream stream, Task<Integer> reader) throws Exception;
    }

    private static void waitingReader(ReaderTest test) throws Exception {
        EventLoop.run(() -> {
            var listener = Listener.bind(LOOPBACK, 16, false);
            serve(listener, stream -> Task.sleep(Duration.ofDays(1)));
            var stream = connectTo(listener);
            var reader = Task.spawn("reader", () -> stream.read(ByteBuffer.allocateDirect(1)));
            Task.yield();
            assertThat(stream.awaitedBy(reader.thread())).isEqualTo("read");
            assertThat(reader.awaits()).isSameAs(stream);
            test.test(stream, reader);
            return null;
        });
    }

    @Test
    void anEventOfAClosedStreamDoesNotReachTheNextOneWithItsNumber() throws Exception {
        EventLoop.run(() -> {
            var listener = Listener.bind(LOOPBACK, 16, false);
            serve(listener, stream -> Task.sleep(Duration.ofDays(1)));
            var first = connectTo(listener);
            var stale = (long) first.generation << 32 | first.fd;
            first.close();
            var loop = Task.current().loop();
            var second = new Stream(loop, loop.linux().socket(2));
            assertThat(second.fd).isEqualTo(first.fd);
            loop.poller().register(second);
            loop.poller().dispatch(stale, 1);
            assertThat(second.readable).isFalse();
            return null;
        });
    }

    @Test
    void aTaskMayUseTheSocketsOfTheJdkWhileOthersRun() throws Exception {
        EventLoop.run(() -> {
            try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var accepted = Task.spawn("accept", () -> server.accept());
                try (var client =
                                new Socket(
                                        InetAddress.getLoopbackAddress(), server.getLocalPort());
                        var peer = accepted.await()) {
                    var read = Task.spawn("read", () -> peer.getInputStream().read());
                    Task.yield();
                    client.getOutputStream().write(42);
                    assertThat(read.await()).isEqualTo(42);
                }
            }
            return null;
        });
    }

    @Test
    void connectingToAPortThatNobodyHasIsRefused() {
        assertThatThrownBy(() -> EventLoop.run(() -> Stream.connect("127.0.0.1", 1, LIMIT)))
                .isInstanceOf(java.net.ConnectException.class)
                .hasMessageContaining("Connection refused");
    }

    @Test
    void timersInBulkFireInOrderWhateverIsCancelled() {
        var timers = new Timers();
        var random = new Random(7);
        var fired = new ArrayList<Long>();
        var set = new ArrayList<Timers.Timer>();
        for (var i = 0; i < 100_000; i++) {
            var deadline = (long) random.nextInt(10_000);
            set.add(timers.set(deadline, () -> fired.add(deadline)));
        }
        for (var i = 0; i < set.size(); i += 2) {
            timers.cancel(set.get(i));
        }
        timers.fire(10_000);
        assertThat(fired).hasSize(50_000).isSorted();
        assertThat(timers.isEmpty()).isTrue();
    }
}
