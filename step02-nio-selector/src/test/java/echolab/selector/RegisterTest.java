package echolab.selector;

import echolab.EchoOptions;
import echolab.contract.Expect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
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
