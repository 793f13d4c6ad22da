package echolab.virtualthreads;

import echolab.EchoOptions;
import echolab.contract.Expect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How often does a conversation wait that never has to? On a socket that always has more and takes all. The JVM counts the waits of a
/// platform thread, so it runs on one.
@DisplayName("A client that always has more")
@Timeout(120)
class GiveWayTest {

    private static final int BUFFER = 10;
    private static final int SHARE = Connection.FULL_READS_IN_A_ROW;

    /// What its reads bring; then its client has ended.
    private static final class TirelessSocket extends Socket {

        private final InputStream in;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private boolean noDelay;

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
                            return left.hasNext() ? bytes.read(buffer, from, left.next()) : -1;
                        }
                    };
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

    private static int[] full(int reads) {
        var all = new int[reads];
        Arrays.fill(all, BUFFER);
        return all;
    }

    private static void expectWaits(int expected, int... reads) {
        var socket = new TirelessSocket(reads);
        var connection = new Connection(socket, EchoOptions.defaults().withReadBufferSize(BUFFER));
        var before = waited();
        connection.echo();
        var waits = waited() - before;
        var less = Arrays.stream(reads).filter(read -> read < BUFFER).count();
        Expect.that(
                "after every %s reads in a row that fill the buffer a connection waits, however short: of %s reads, %s of which did not, it waits %s times"
                        .formatted(SHARE, reads.length, less, expected),
                waits == expected,
                () -> "it waited %s times".formatted(waits));
        Expect.that(
                "all comes back, at once",
                socket.out.size() == Arrays.stream(reads).sum() && socket.noDelay,
                () -> "%s bytes came back".formatted(socket.out.size()));
    }

    private static long waited() {
        var id = Thread.currentThread().threadId();
        return ManagementFactory.getThreadMXBean().getThreadInfo(id).getWaitedCount();
    }
}
