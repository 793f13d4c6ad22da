package echolab.virtualthreads;

import echolab.EchoOptions;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// After which reads does a conversation wait that never has to? On a socket that always has more and takes all. The JVM counts the waits of a
/// platform thread, so it runs on one.
@DisplayName("A client that always has more")
@Timeout(120)
class GiveWayTest {

    private static final int BUFFER = 10;
    private static final int SHARE = Connection.FULL_READS_IN_A_ROW;
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    /// What its reads bring; then its client has ended.
    private static final class TirelessSocket extends Socket {

        private final InputStream in;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private boolean noDelay;
        private boolean ended;
        private long waitedBefore = -1;

        /// After so many of its reads its thread has waited, before it came for more.
        private int waits;

        TirelessSocket(int... reads) {
            var left = Arrays.stream(reads).iterator();
            var bytes = new ByteArrayInputStream(new byte[Arrays.stream(reads).sum()]);
            in =
                    new InputStream() {
                        @Override
                        public int read() {
                            throw new UnsupportedOperationException("read a buffer at a time");
                        }

                        @Override
                        public int read(byte[] buffer, int from, int length) {
                            countWaits();
                            ended = !left.hasNext();
                            return ended ? -1 : bytes.read(buffer, from, left.next());
                        }
                    };
        }

        private void countWaits() {
            var id = Thread.currentThread().threadId();
            var now = ManagementFactory.getThreadMXBean().getThreadInfo(id).getWaitedCount();
            waits += waitedBefore >= 0 && now > waitedBefore ? 1 : 0;
            waitedBefore = now;
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return out;
        }

        @Override
        public void setTcpNoDelay(boolean on) {
            noDelay = on;
        }

        @Override
        public void setSoTimeout(int millis) {
            // there is nothing to wait for
        }
    }

    @Test
    @Order(1)
    void keeps_its_carrier_for_as_many_reads_as_it_may() {
        expectWaits(0, full(SHARE - 1));
    }

    @Test
    @Order(2)
    void makes_way_when_it_had_its_share() {
        expectWaits(1, full(SHARE));
    }

    @Test
    @Order(3)
    void makes_way_each_time_that_it_had_its_share() {
        expectWaits(2, full(2 * SHARE));
        expectWaits(2, full(3 * SHARE - 1));
        expectWaits(5, full(5 * SHARE));
    }

    @Test
    @Order(4)
    void that_had_a_read_which_did_not_fill_the_buffer_begins_anew() {
        var reads = full(3 * SHARE);
        for (var i = SHARE - 1; i < reads.length; i += SHARE) {
            reads[i] = BUFFER - 1;
        }
        expectWaits(0, reads);
    }

    @Test
    @Order(5)
    void makes_way_only_for_reads_that_fill_the_buffer() {
        var reads = full(3 * SHARE);
        Arrays.fill(reads, 1);
        expectWaits(0, reads);
    }

    @Test
    @Order(6)
    void makes_way_also_when_it_once_had_less() {
        var reads = full(2 * SHARE + 3);
        reads[2] = 1;
        expectWaits(2, reads);
    }

    @Test
    @Order(7)
    void is_cut_also_when_the_interrupt_comes_before_it_waits() {
        var socket = new TirelessSocket(full(SHARE));
        var isKept = new AtomicBoolean();
        talk(
                socket,
                () -> {
                    Thread.currentThread().interrupt();
                    connection(socket).echo();
                    isKept.set(Thread.interrupted());
                });
        Expect.that(
                "an interrupt, as of a server that closes, is for whoever waits next: who makes way hands it on, or ends the conversation",
                isKept.get() || !socket.ended,
                () -> "it was lost, and the conversation went on");
    }

    private static int[] full(int reads) {
        var all = new int[reads];
        Arrays.fill(all, BUFFER);
        return all;
    }

    private static void expectWaits(int expected, int... reads) {
        var socket = new TirelessSocket(reads);
        talk(socket, connection(socket)::echo);
        var less = Arrays.stream(reads).filter(read -> read < BUFFER).count();
        Expect.that(
                "after every %s reads in a row that fill the buffer a connection waits, however short: of %s reads, %s of which did not, it waits %s times"
                        .formatted(SHARE, reads.length, less, expected),
                socket.waits == expected,
                () -> "it waited %s times".formatted(socket.waits));
        Expect.that(
                "all comes back, at once",
                socket.out.size() == Arrays.stream(reads).sum() && socket.noDelay,
                () -> "%s bytes came back".formatted(socket.out.size()));
    }

    private static Connection connection(Socket socket) {
        return new Connection(socket, EchoOptions.defaults().withReadBufferSize(BUFFER));
    }

    /// One that waits for what never comes must not keep the test.
    private static void talk(TirelessSocket socket, Runnable conversation) {
        var thread = Thread.ofPlatform().daemon().name("conversation").start(conversation);
        Expect.that(
                "a wait is as short as can be, and its client goes on at once",
                new Patience(A_MOMENT).sees(() -> !thread.isAlive()),
                () -> "after %s bytes it waits, and goes on waiting".formatted(socket.out.size()));
    }
}
