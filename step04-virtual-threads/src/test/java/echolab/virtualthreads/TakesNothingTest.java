package echolab.virtualthreads;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import echolab.EchoOptions;
import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.contract.Warnings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What ends a write that its client does not take? On a socket whose kernel takes what the test says.
@DisplayName("A client that takes nothing")
@Timeout(120)
class TakesNothingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofMillis(600);

    private static final int MESSAGE = 10;

    /// As many messages of one size as the test says; what `write` does is for the test to say, too. As with a socket of the JDK's, an interrupt of a
    /// virtual thread that waits in it closes it.
    private static final class ScriptedSocket extends Socket {

        @FunctionalInterface
        interface Kernel {
            void takes(int length, CountDownLatch closed) throws IOException, InterruptedException;
        }

        private final CountDownLatch closed = new CountDownLatch(1);
        private final AtomicInteger written = new AtomicInteger();
        private final InputStream in;
        private final int size;
        private final Kernel kernel;

        /// Closed for reading, the client waits behind this until the test is over.
        private final CountDownLatch end = new CountDownLatch(1);

        ScriptedSocket(int messages, int size, Kernel kernel) {
            this.in = new ByteArrayInputStream(new byte[messages * size]);
            this.size = size;
            this.kernel = kernel;
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() {
                    throw new UnsupportedOperationException("read a buffer at a time");
                }

                @Override
                public int read(byte[] buffer, int from, int length) throws IOException {
                    var count = in.read(buffer, from, Math.min(length, size));
                    if (count < 0) {
                        await(end);
                    }
                    return count;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int b) {
                    throw new UnsupportedOperationException("write a buffer at a time");
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    try {
                        kernel.takes(length, closed);
                    } catch (InterruptedException _) {
                        close();
                        throw new SocketException("Closed by interrupt");
                    }
                    if (closed.getCount() == 0) {
                        throw new SocketException("Socket closed");
                    }
                    written.addAndGet(length);
                }

                @Override
                public void close() {
                    ScriptedSocket.this.close();
                }
            };
        }

        private void await(CountDownLatch latch) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException _) {
                close();
                throw new SocketException("Closed by interrupt");
            }
        }

        @Override
        public void setTcpNoDelay(boolean on) {}

        @Override
        public void setSoTimeout(int millis) {}

        @Override
        public void close() {
            closed.countDown();
            end.countDown();
        }

        @Override
        public boolean isClosed() {
            return closed.getCount() == 0;
        }

        int written() {
            return written.get();
        }
    }

    private ScriptedSocket socket;
    private Thread thread;

    @AfterEach
    void close() {
        if (socket != null) {
            socket.end.countDown();
            socket.close();
        }
    }

    @Test
    @Order(1)
    void that_takes_all_is_served() {
        serve(1, (_, _) -> {});

        expectWritten(10);
    }

    @Test
    @Order(2)
    void is_ended_when_its_time_is_up() {
        var begin = System.nanoTime();
        serve(1, (_, closed) -> closed.await());

        Expect.that(
                "a write that its client does not take ends when the idle time-out is over, and the connection with it",
                new Patience(PATIENCE).sees(() -> socket.isClosed() && !thread.isAlive()),
                () -> socket.isClosed() ? "the thread still waits" : "the socket is open still");
        var lasted = Duration.ofNanos(System.nanoTime() - begin);
        Expect.that(
                "the client has all of its time: 600 ms",
                lasted.compareTo(LIMIT) >= 0,
                () -> "it was cut after %s ms".formatted(lasted.toMillis()));
    }

    @Test
    @Order(3)
    void and_takes_all_in_the_end_has_not_used_up_the_time_of_the_next_write() {
        // one that was off its CPU for too long has been cut with reason: one of several must not
        // be
        for (var attempt = 0; attempt < 5 && (socket == null || socket.written() < 60); attempt++) {
            serve(6, (_, _) -> Thread.sleep(LIMIT.toMillis() / 3));
            new Patience(PATIENCE).sees(() -> socket.written() == 60 || !thread.isAlive());
        }

        expectWritten(60);
    }

    @Test
    @Order(4)
    void in_time_is_not_ended_later() {
        serve(1, (_, _) -> {});
        expectWritten(10);

        new Patience(LIMIT.multipliedBy(3)).sees(() -> false);
        Expect.that(
                "when a write has ended, nothing of its limit is left: what waits now is a read, and waits as long as it likes",
                !socket.isClosed() && thread.isAlive(),
                () -> "the connection was ended although the write was long over");
    }

    @Test
    @Order(5)
    void because_the_connection_broke_is_not_ended_later_by_an_interrupt() throws Exception {
        var interrupts = new AtomicInteger();
        var connection =
                new Connection(
                        new ScriptedSocket(
                                1,
                                MESSAGE,
                                (_, _) -> {
                                    throw new SocketException("Broken pipe");
                                }),
                        options());
        var after = new CountDownLatch(1);
        thread =
                Thread.ofVirtual()
                        .start(() -> {
                            connection.echo();
                            try {
                                Thread.sleep(LIMIT.multipliedBy(3));
                            } catch (InterruptedException _) {
                                interrupts.incrementAndGet();
                            }
                            after.countDown();
                        });
        after.await();

        Expect.that(
                "a write that failed has ended, too: nothing of its limit is left for what the thread does next",
                interrupts.get() == 0,
                () -> "the thread was interrupted after its conversation had ended");
    }

    @Test
    @Order(6)
    void and_takes_a_little_now_and_then_has_no_more_time_for_that() {
        var size = 64 << 10;
        var all = LIMIT.multipliedBy(10).toMillis();
        serve(1, size, (length, closed) -> closed.await(all * length / size, MILLISECONDS));

        Expect.that(
                "all of a write is over within the idle time-out, or it has failed: what was taken by then gives it no more time",
                new Patience(PATIENCE).sees(() -> socket.written() > size / 2 || !thread.isAlive())
                        && !thread.isAlive(),
                () ->
                        "%s of %s bytes were taken, in more than three times its time"
                                .formatted(socket.written(), size));
    }

    @Test
    @Order(7)
    void is_lost_as_one_that_has_gone_is_lost() {
        try (var warnings = new Warnings(Connection.class.getName())) {
            serve(1, (_, closed) -> closed.await());
            new Patience(PATIENCE).sees(() -> !thread.isAlive());

            Expect.that(
                    "a write that is not taken in time fails with an IOException, which is nothing to warn of",
                    !thread.isAlive() && warnings.seen().isEmpty(),
                    () -> thread.isAlive() ? "it did not fail" : "" + warnings.seen());
        }
    }

    @Test
    @Order(8)
    void or_takes_all_is_cut_when_the_server_closes_meanwhile() {
        serve(1, (_, _) -> thread.interrupt());

        Expect.that(
                "an interrupt that is not of the limit's is not lost in a write: it ends the read that comes next",
                new Patience(PATIENCE).sees(() -> socket.isClosed() && !thread.isAlive()),
                () -> "the next read waits");
    }

    @Test
    @Order(9)
    void leaves_nobody_behind_who_looked_at_the_clock() {
        var writes = 40;
        var before = ManagementFactory.getThreadMXBean().getThreadCount();
        serve(writes, (_, _) -> {});
        expectWritten(writes * MESSAGE);

        Expect.that(
                "when a write has ended, no thread is left of its limit",
                new Patience(PATIENCE)
                        .sees(() ->
                                ManagementFactory.getThreadMXBean().getThreadCount()
                                        < before + writes),
                () -> "after %s writes each has left one".formatted(writes));
    }

    private void serve(int messages, ScriptedSocket.Kernel kernel) {
        serve(messages, MESSAGE, kernel);
    }

    private void serve(int messages, int size, ScriptedSocket.Kernel kernel) {
        socket = new ScriptedSocket(messages, size, kernel);
        var connection = new Connection(socket, options());
        thread = Thread.ofVirtual().unstarted(connection::echo);
        thread.start();
    }

    /// With room for more than most messages have.
    private static EchoOptions options() {
        return EchoOptions.defaults().withReadBufferSize(64 << 10).withIdleTimeout(LIMIT);
    }

    private void expectWritten(int bytes) {
        Expect.that(
                "a client that takes what it is sent gets it: %s bytes".formatted(bytes),
                new Patience(PATIENCE).sees(() -> socket.written() == bytes || !thread.isAlive())
                        && socket.written() == bytes,
                () ->
                        "it got %s bytes, and the connection is %s"
                                .formatted(
                                        socket.written(), socket.isClosed() ? "closed" : "open"));
    }
}
