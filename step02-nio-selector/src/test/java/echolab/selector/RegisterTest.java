package echolab.selector;

import echolab.EchoOptions;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What has a new connection to be, before a loop can watch it?
@DisplayName("A channel that is registered")
@Timeout(120)
class RegisterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int READ_BUFFER = 7;

    private Selector selector;
    private SocketChannel client;
    private SocketChannel channel;

    @BeforeEach
    void connect() throws IOException {
        selector = Selector.open();
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(listener.getLocalAddress());
            channel = listener.accept();
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        channel.close();
        selector.close();
    }

    @Test
    @Order(1)
    @DisplayName("does not block: one thread serves them all")
    void does_not_block() {
        Expect.that(
                "a channel is made non-blocking before a selector may watch it",
                () -> Connection.register(channel, selector, EchoOptions.defaults()));
        Expect.that(
                "a read that finds nothing returns at once",
                !channel.isBlocking(),
                () -> "the channel is blocking still");
    }

    @Test
    @Order(2)
    void is_watched_for_bytes_to_read_and_for_nothing_else() throws IOException {
        var ops = register().interestOps();

        Expect.that(
                "there is nothing to write yet, and a socket is nearly always writable: who watches for that is woken all the time",
                ops == SelectionKey.OP_READ,
                () ->
                        "the key is interested in operations %d; OP_READ is 1, OP_WRITE 4"
                                .formatted(ops));
    }

    @Test
    @Order(3)
    void has_a_key_that_knows_its_connection() throws IOException {
        var attached = register().attachment();

        Expect.that(
                "the loop is told of keys: the connection to call must be attached to its key",
                attached instanceof Connection,
                () -> "attached is " + attached);
    }

    @Test
    @Order(4)
    void sends_each_answer_at_once() throws IOException {
        register();

        Expect.that(
                "without TCP_NODELAY the second of two short answers waits until the client has acknowledged the first",
                channel.getOption(StandardSocketOptions.TCP_NODELAY),
                () -> "TCP_NODELAY is not set");
    }

    @Test
    @Order(5)
    void has_a_connection_that_knows_its_channel_its_key_and_the_options() throws IOException {
        Connection.register(
                channel, selector, EchoOptions.defaults().withReadBufferSize(READ_BUFFER));
        var key = channel.keyFor(selector);
        var connection = (Connection) key.attachment();

        Expect.that(
                "the connection has the options of its server",
                connection.buffer.capacity() == READ_BUFFER,
                () ->
                        "its buffer holds %s bytes, and the options say 7"
                                .formatted(connection.buffer.capacity()));
        Expect.that(
                "the connection has its own key, which is there only after registering: it says there what it waits for",
                connection.key == key,
                () -> "it has " + connection.key);
        connection.close();
        Expect.that(
                "the connection has its own channel, and closes that",
                !channel.isOpen(),
                () -> "the channel is open still");
    }

    @Test
    @Order(6)
    void is_neither_read_nor_written_before_the_selector_says_so() throws IOException {
        client.configureBlocking(false);
        client.write(ByteBuffer.allocate(5));
        register();

        Expect.that(
                "what the client has sent already waits for the loop",
                new Patience(PATIENCE).sees(this::selectsTheChannel),
                () -> "the selector does not find the channel ready");
        var came = client.read(ByteBuffer.allocate(100));
        Expect.that(
                "a client is sent what it has sent, and nothing before",
                came == 0,
                () -> "to the client came " + (came < 0 ? "the end" : came + " bytes"));
    }

    @Test
    @Order(7)
    void tells_its_caller_when_it_cannot_be_registered() throws IOException {
        channel.close();
        IOException thrown = null;
        try {
            Connection.register(channel, selector, EchoOptions.defaults());
        } catch (IOException e) {
            thrown = e;
        }
        var told = thrown;
        Expect.that(
                "who calls register closes the channel when that fails, so it must be told",
                told != null,
                () -> "the channel was closed before, and register threw nothing");
    }

    private boolean selectsTheChannel() {
        try {
            return selector.selectNow() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SelectionKey register() throws IOException {
        Connection.register(channel, selector, EchoOptions.defaults());
        var key = channel.keyFor(selector);
        Expect.that(
                "the selector has a key for the channel",
                key != null,
                () -> "it has none: the channel was not registered");
        return key;
    }
}
