package echolab.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;

/// A listening channel whose `accept` fails as often as the test says, and then finds nobody who waits.
final class ScriptedListener extends ServerSocketChannel {

    private int failures;
    private int accepts;

    ScriptedListener() {
        super(SelectorProvider.provider());
    }

    /// So many calls fail, from now on.
    void fails(int times) {
        failures = times;
    }

    /// How often it was called.
    int accepts() {
        return accepts;
    }

    @Override
    public SocketChannel accept() throws IOException {
        accepts++;
        if (failures-- > 0) {
            throw new SocketException("Too many open files");
        }
        return null;
    }

    @Override
    protected void implCloseSelectableChannel() {}

    @Override
    protected void implConfigureBlocking(boolean block) {}

    @Override
    public SocketAddress getLocalAddress() {
        return new InetSocketAddress(0);
    }

    @Override
    public ServerSocketChannel bind(SocketAddress local, int backlog) {
        throw new UnsupportedOperationException("bind");
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) {
        throw new UnsupportedOperationException("setOption");
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw new UnsupportedOperationException("getOption");
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public ServerSocket socket() {
        throw new UnsupportedOperationException("socket");
    }
}
