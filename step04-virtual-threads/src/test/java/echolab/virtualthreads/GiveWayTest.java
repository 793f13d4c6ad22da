package echolab.virtualthreads;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.EchoOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How often does a conversation wait that never has to? On a socket that always has more and takes all. The JVM counts the waits of a
/// platform thread, so it runs on one.
@DisplayName("Giving way")
class GiveWayTest {

    private static final int BUFFER = 10;

    private static final class TirelessSocket extends Socket {

        private final InputStream in;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private boolean noDelay;

        TirelessSocket(int bytes) {
            in = new ByteArrayInputStream(new byte[bytes]);
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
    void a_client_that_always_has_more_makes_way_each_time_that_it_had_its_share() {
        assertThat(waits(BUFFER * Connection.FULL_READS_IN_A_ROW - BUFFER)).isZero();
        assertThat(waits(BUFFER * Connection.FULL_READS_IN_A_ROW)).isOne();
        assertThat(waits(BUFFER * Connection.FULL_READS_IN_A_ROW * 3)).isEqualTo(3);
    }

    @Test
    void a_read_that_does_not_fill_the_buffer_begins_the_count_anew() {
        var almost = BUFFER * Connection.FULL_READS_IN_A_ROW - 1;
        assertThat(waits(almost)).as("the last read is one byte short").isZero();
    }

    private static long waits(int bytes) {
        var socket = new TirelessSocket(bytes);
        var connection = new Connection(socket, EchoOptions.defaults().withReadBufferSize(BUFFER));
        var before = waited();
        connection.echo();
        var waits = waited() - before;
        assertThat(socket.out.size()).as("bytes echoed").isEqualTo(bytes);
        assertThat(socket.noDelay).as("TCP_NODELAY").isTrue();
        return waits;
    }

    private static long waited() {
        var id = Thread.currentThread().threadId();
        return ManagementFactory.getThreadMXBean().getThreadInfo(id).getWaitedCount();
    }
}
