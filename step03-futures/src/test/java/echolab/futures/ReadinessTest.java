package echolab.futures;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the kernel hear of what is waited for, and of nothing else?
@Timeout(60)
class ReadinessTest {

    private Selector selector;
    private SocketChannel peer;
    private SocketChannel channel;
    private SelectionKey key;
    private Readiness readiness;

    @BeforeEach
    void connect() throws IOException {
        selector = Selector.open();
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            peer = SocketChannel.open(listener.getLocalAddress());
            channel = listener.accept();
        }
        channel.configureBlocking(false);
        key = channel.register(selector, 0);
        readiness = Readiness.of(key);
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        peer.close();
        selector.close();
    }

    @Test
    void the_interest_goes_with_what_came() throws IOException {
        var input = readiness.input();
        assertThat(key.interestOps()).isEqualTo(OP_READ);
        assertThat(input).isNotDone();

        say("x");
        select();

        assertThat(input).isCompleted();
        assertThat(key.interestOps()).isZero();
    }

    @Test
    void who_waits_for_input_is_not_woken_by_output() throws IOException {
        var input = readiness.input();
        var output = readiness.output();
        assertThat(key.interestOps()).isEqualTo(OP_READ | OP_WRITE);

        select();

        assertThat(output).isCompleted();
        assertThat(input).isNotDone();
        assertThat(key.interestOps()).isEqualTo(OP_READ);
    }

    /// What was ready was found before anybody waited for output.
    @Test
    void who_waits_for_output_is_not_woken_by_input() throws IOException {
        var input = readiness.input();
        say("x");
        selector.select();

        var output = readiness.output();
        readiness.signal();

        assertThat(input).isCompleted();
        assertThat(output).isNotDone();
        assertThat(key.interestOps()).isEqualTo(OP_WRITE);
    }

    @Test
    void what_hangs_on_it_may_ask_again() throws IOException {
        var again = readiness.input().thenCompose(_ -> readiness.input());
        say("x");

        select();
        assertThat(again).isNotDone();
        assertThat(key.interestOps()).isEqualTo(OP_READ);
        select();

        assertThat(again).isCompleted();
    }

    @Test
    void a_second_one_cannot_wait_for_the_same() {
        readiness.input();
        readiness.output();

        assertThatThrownBy(readiness::input)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another read already waits");
        assertThatThrownBy(readiness::output)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another write already waits");
    }

    @Test
    void nobody_waits_for_a_channel_that_is_closed() throws IOException {
        var waiting = readiness.input();
        channel.close();
        readiness.closed();

        assertThat(waiting).isCompletedExceptionally();
        assertThat(readiness.output())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(ClosedChannelException.class);
    }

    private void say(String words) throws IOException {
        peer.write(ByteBuffer.wrap(words.getBytes()));
    }

    private void select() throws IOException {
        selector.select(ready -> ((Readiness) ready.attachment()).signal());
    }
}
