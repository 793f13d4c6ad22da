package echolab.futures;

import echolab.EchoOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;

/// What does `accept` look like as a future? Complete at once while clients wait in the backlog, otherwise when the next
/// one comes.
final class Listener {

    private final ServerSocketChannel channel;
    private final EventLoop loop;
    private final Readiness readiness;
    private final InetSocketAddress address;

    private Listener(ServerSocketChannel channel, EventLoop loop) throws IOException {
        this.channel = channel;
        this.loop = loop;
        this.readiness = loop.watch(channel);
        this.address = (InetSocketAddress) channel.getLocalAddress();
    }

    static Listener bind(EchoOptions options, EventLoop loop) throws IOException {
        var channel = ServerSocketChannel.open();
        try {
            channel.bind(options.address(), options.backlog());
            return new Listener(channel, loop);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /// @return the next client; failed when the listener is closed or the system has no descriptor left
    CompletableFuture<Connection> accept() {
        try {
            var client = channel.accept();
            return client != null
                    ? CompletableFuture.completedFuture(connection(client))
                    : readiness.input().thenCompose(_ -> accept());
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Connection connection(SocketChannel client) throws IOException {
        try {
            return Connection.of(client, loop);
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    /// Must be called on the loop's thread.
    void close() throws IOException {
        channel.close();
        readiness.closed();
    }
}
