package echolab.selector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/// A channel whose kernel does what the test says: what comes with each read, and how many bytes it takes at each event. Real
/// sockets take part of a write only when their buffers are full, and when that is, nobody knows.
///
/// As with a real kernel, there is no room after a short write until the next event. And what the test has not said the channel
/// refuses: aloud, since the code under test may catch what is thrown.
final class ScriptedChannel extends SocketChannel {

    private static final int MOST_IN_VAIN = 100;

    /// Bytes that come, or null for the end of the stream.
    private final Queue<byte[]> incoming = new ArrayDeque<>();

    private final Queue<Integer> room = new ArrayDeque<>();
    private final StringBuilder written = new StringBuilder();
    private final List<String> refusals = new ArrayList<>();
    private boolean ended;
    private boolean full;
    private int reads;
    private int writesInVain;

    ScriptedChannel() {
        super(SelectorProvider.provider());
    }

    /// The next read brings this.
    ScriptedChannel comes(String text) {
        incoming.add(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /// After what comes before it, the client has ended its side.
    ScriptedChannel ends() {
        ended = true;
        return this;
    }

    /// So many bytes at most are taken at the next event at which something is written; when nothing was said, a write takes all.
    ScriptedChannel takes(int bytes) {
        room.add(bytes);
        return this;
    }

    /// All that was written so far.
    String written() {
        return written.toString();
    }

    int reads() {
        return reads;
    }

    /// The selector tells of this channel: there is room again.
    void event() {
        full = false;
        writesInVain = 0;
    }

    /// What was asked of this channel that no right answer asks for.
    List<String> refusals() {
        return refusals;
    }

    @Override
    public int read(ByteBuffer buffer) {
        reads++;
        if (incoming.isEmpty()) {
            return ended ? -1 : 0;
        }
        var bytes = incoming.remove();
        buffer.put(bytes);
        return bytes.length;
    }

    @Override
    public int write(ByteBuffer buffer) {
        if (full) {
            if (buffer.hasRemaining() && ++writesInVain > MOST_IN_VAIN) {
                throw refuse(
                        "a write was tried again and again for one event, while there was no room");
            }
            return 0;
        }
        var most = room.isEmpty() ? buffer.remaining() : room.remove();
        full = most < buffer.remaining();
        var bytes = new byte[Math.min(most, buffer.remaining())];
        buffer.get(bytes);
        written.append(new String(bytes, StandardCharsets.US_ASCII));
        return bytes.length;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return new InetSocketAddress(0);
    }

    @Override
    public SocketAddress getLocalAddress() {
        return new InetSocketAddress(0);
    }

    @Override
    protected void implCloseSelectableChannel() {}

    @Override
    protected void implConfigureBlocking(boolean block) {}

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isConnectionPending() {
        return false;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw refuse("getOption was called");
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) {
        return this;
    }

    @Override
    public SocketChannel bind(SocketAddress local) {
        throw refuse("bind was called");
    }

    @Override
    public SocketChannel shutdownInput() {
        throw refuse("shutdownInput was called");
    }

    @Override
    public SocketChannel shutdownOutput() {
        throw refuse("shutdownOutput was called");
    }

    @Override
    public Socket socket() {
        throw refuse("socket was called");
    }

    @Override
    public boolean connect(SocketAddress remote) {
        throw refuse("connect was called");
    }

    @Override
    public boolean finishConnect() {
        throw refuse("finishConnect was called");
    }

    @Override
    public long read(ByteBuffer[] buffers, int offset, int length) throws IOException {
        throw refuse("a read into several buffers was called");
    }

    @Override
    public long write(ByteBuffer[] buffers, int offset, int length) throws IOException {
        throw refuse("a write from several buffers was called");
    }

    private UnsupportedOperationException refuse(String why) {
        refusals.add(why);
        return new UnsupportedOperationException(why);
    }
}
