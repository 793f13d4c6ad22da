package echolab.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One connection of an [Exchange]: which message is on its way, and how much of it.
///
/// Plain fields that one thread reads and writes: this is what every echo touches.
final class LoadConnection {

    private static final int CONNECT_LIMIT_MILLIS = 10_000;

    final SocketChannel channel;
    final SelectionKey key;

    /// Its place among those of its exchange.
    final int index;

    int start;
    int sent;
    int received;
    boolean waiting;
    boolean blocked;
    boolean corrupt;

    /// When the latency of the message on its way began.
    long since;

    /// In an open loop: how many messages are due and not sent, and the number of the oldest of them.
    int owed;

    long turn;

    private LoadConnection(SocketChannel channel, SelectionKey key, int index) {
        this.channel = channel;
        this.key = key;
        this.index = index;
        this.start = Messages.after(index * 7);
        key.attach(this);
    }

    /// Connects, waiting for it, and hands the connection to the selector.
    ///
    /// @param index its number: each connection begins with another message
    static LoadConnection open(InetSocketAddress server, Selector selector, int index)
            throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.socket().connect(server, CONNECT_LIMIT_MILLIS);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            var key = channel.register(selector, SelectionKey.OP_READ);
            return new LoadConnection(channel, key, index);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Begins to connect, and waits for nothing. On the loopback it is usually done at once.
    static LoadConnection begin(InetSocketAddress server, Selector selector, int index)
            throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            var isDone = channel.connect(server);
            var interest = isDone ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
            return new LoadConnection(channel, channel.register(selector, interest), index);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
