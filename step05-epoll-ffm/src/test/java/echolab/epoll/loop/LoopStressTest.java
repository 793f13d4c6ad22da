package echolab.epoll.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.net.Loopback;
import echolab.epoll.net.Stream;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Is anything lost between a look and a sleep? Each test lets a thread outside meet the loop there, thousands of times.
@LoopTest
@Tag("stress")
class LoopStressTest {

    @Test
    void what_is_handed_in_by_four_threads_all_runs() throws Exception {
        var each = 250_000;
        var count = new int[1]; // touched on the loop alone
        Task.run(() -> {
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
    void no_wake_up_is_lost_between_the_look_and_the_sleep() throws Exception {
        var rounds = 20_000;
        var ping = new SynchronousQueue<Integer>();
        var pong = new SynchronousQueue<Integer>();
        var sum =
                Task.run(() -> {
                    Thread.ofPlatform().daemon().start(() -> pass(ping, pong, rounds));
                    var total = 0;
                    for (var i = 0; i < rounds; i++) {
                        ping.put(1);
                        total += pong.take();
                    }
                    return total;
                });
        assertThat(sum).isEqualTo(rounds);
    }

    private static void pass(
            SynchronousQueue<Integer> from, SynchronousQueue<Integer> to, int rounds) {
        try {
            for (var i = 0; i < rounds; i++) {
                to.put(from.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_cancel_from_outside_that_meets_the_end_gives_one_or_the_other() throws Exception {
        Task.run(() -> {
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
                if (thrown != null) {
                    assertThat(thrown).isInstanceOf(CancellationException.class);
                }
                assertThat(thrown == null ? "done" : "cancelled")
                        .isEqualTo(task.isCancelled() ? "cancelled" : "done");
                canceller.join();
            }
            return null;
        });
    }

    /// A thread outside writes a byte after a pause of any length, so that it arrives before, between and after the read's
    /// look and its park; then it closes, with or without a pause, so that the end comes with the last byte or after it.
    @Test
    void no_byte_and_no_end_is_lost_between_the_look_and_the_park() throws Exception {
        var connections = 300;
        var bytes = 20;
        try (var server = Loopback.backlog(16)) {
            var writer = Thread.ofPlatform().daemon().start(() -> drip(server, connections, bytes));
            var total =
                    Task.run(() -> {
                        var sum = 0;
                        for (var i = 0; i < connections; i++) {
                            sum += readToTheEnd(server.getLocalPort());
                        }
                        return sum;
                    });
            assertThat(total).isEqualTo(connections * bytes);
            writer.join();
        }
    }

    private static int readToTheEnd(int port) throws Exception {
        try (var stream = Stream.connect("127.0.0.1", port, Loopback.LIMIT)) {
            var buffer = ByteBuffer.allocateDirect(64); // every read is a short one
            var total = 0;
            for (int count; (count = stream.read(buffer.clear())) >= 0; ) {
                total += count;
            }
            return total;
        }
    }

    private static void drip(ServerSocket server, int connections, int bytes) {
        var random = new Random(7);
        try {
            for (var i = 0; i < connections; i++) {
                try (var socket = server.accept()) {
                    socket.setTcpNoDelay(true);
                    for (var n = 0; n < bytes; n++) {
                        socket.getOutputStream().write(n);
                        spin(random.nextInt(20_000));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void spin(long nanos) {
        var end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
