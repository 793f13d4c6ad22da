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
import java.util.Queue;
import java.util.Set;

/// A channel whose kernel does what the test says: what comes with each read, and how many bytes each write takes. Real
/// sockets take part of a write only when their buffers are full, and when that is, nobody knows.
final class ScriptedChannel extends SocketChannel {

    /// Bytes that come, or null for the end of the stream.
    private final Queue<byte[]> incoming = new ArrayDeque<>();

    private final Queue<Integer> room = new ArrayDeque<>();
    private final StringBuilder written = new StringBuilder();
    private boolean ended;
    private int reads;

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

    /// The next write takes so many bytes at most; when nothing was said, a write takes all.
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
        var most = room.isEmpty() ? buffer.remaining() : room.remove();
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
        throw notScripted("getOption");
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
        throw notScripted("bind");
    }

    @Override
    public SocketChannel shutdownInput() {
        throw notScripted("shutdownInput");
    }

    @Override
    public SocketChannel shutdownOutput() {
        throw notScripted("shutdownOutput");
    }

    @Override
    public Socket socket() {
        throw notScripted("socket");
    }

    @Override
    public boolean connect(SocketAddress remote) {
        throw notScripted("connect");
    }

    @Override
    public boolean finishConnect() {
        throw notScripted("finishConnect");
    }

    @Override
    public long read(ByteBuffer[] buffers, int offset, int length) throws IOException {
        throw notScripted("read into several buffers");
    }

    @Override
    public long write(ByteBuffer[] buffers, int offset, int length) throws IOException {
        throw notScripted("write from several buffers");
    }

    private static UnsupportedOperationException notScripted(String call) {
        return new UnsupportedOperationException("the test's channel has no " + call);
    }
}
