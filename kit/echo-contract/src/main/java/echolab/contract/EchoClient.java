package echolab.contract;

import echolab.process.Digits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/// A client that never waits forever. It sends the next bytes of its own stream, checks each byte that comes back, and
/// when nothing moves for as long as its patience lasts, it fails and says how far it came.
public final class EchoClient implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;
    private static final int TINY_BUFFER = 4 * 1024;

    private final Bytes bytes = new Bytes();
    private final ByteBuffer input = ByteBuffer.allocateDirect(CHUNK);
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration patience;
    private long sent;
    private long received;

    private EchoClient(SocketChannel channel, Duration patience) throws IOException {
        this.channel = channel;
        this.patience = patience;
        this.selector = Selector.open();
        channel.configureBlocking(false);
        this.key = channel.register(selector, 0);
    }

    /// @throws AssertionError when there is no connection within the patience
    public static EchoClient connect(InetSocketAddress address, Duration patience)
            throws IOException {
        return new EchoClient(open(address, patience), patience);
    }

    /// The same, with buffers in the kernel that hold a few kilobytes.
    static EchoClient connectTiny(InetSocketAddress address, Duration patience) throws IOException {
        return new EchoClient(open(address, patience, TINY_BUFFER), patience);
    }

    /// A connected channel, blocking still.
    static SocketChannel open(InetSocketAddress address, Duration patience) throws IOException {
        return open(address, patience, 0);
    }

    /// @param bufferSize of the kernel's buffers, set before the window is agreed on; 0 leaves them as they are
    private static SocketChannel open(InetSocketAddress address, Duration patience, int bufferSize)
            throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (bufferSize > 0) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, bufferSize);
                channel.setOption(StandardSocketOptions.SO_SNDBUF, bufferSize);
            }
            channel.configureBlocking(false);
            channel.connect(address);
            awaitConnection(channel, patience);
            channel.configureBlocking(true);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw new IOException(
                    "cannot connect to %s: %s".formatted(Text.of(address), e.getMessage()), e);
        }
    }

    private static void awaitConnection(SocketChannel channel, Duration limit) throws IOException {
        var patience = new Patience(limit);
        while (!channel.finishConnect()) {
            if (patience.isOver()) {
                var address = (InetSocketAddress) channel.getRemoteAddress();
                channel.close();
                throw new AssertionError(
                        "no connection to %s within %s"
                                .formatted(Text.of(address), Text.of(limit)));
            }
            LockSupport.parkNanos(100_000);
        }
    }

    /// Sends the next bytes and reads them back meanwhile.
    public void echo(long count) throws IOException {
        move(sent + count, received + count, () -> CHUNK);
    }

    /// The same, in writes of the sizes given.
    public void echo(long count, IntSupplier writeSizes) throws IOException {
        move(sent + count, received + count, writeSizes);
    }

    /// Sends the next bytes and reads nothing.
    public void send(long count) throws IOException {
        move(sent + count, received, () -> CHUNK);
    }

    /// Sends the next bytes, and reads them and all that was owed before meanwhile.
    public void sendAndReceiveAll(long count) throws IOException {
        move(sent + count, sent + count, () -> CHUNK);
    }

    /// Reads what it has sent and not had back yet.
    public void receiveAll() throws IOException {
        move(sent, sent, () -> CHUNK);
    }

    /// Sends and reads nothing, until the server takes no more.
    ///
    /// @param still for how long nothing may move before we call it stalled
    /// @return the bytes that were taken; `most` when it never stalled
    public long sendUntilStalled(long most, Duration still) throws IOException {
        var before = sent;
        var end = sent + most;
        do {
            while (sent < end && write(end, CHUNK) > 0) {}
        } while (sent < end && await(SelectionKey.OP_WRITE, still));
        return sent - before;
    }

    /// Ends its own side: the server sees end of stream once it has read all.
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    /// Ends its own side, reads what is owed, and wants end of stream then.
    public void finish() throws IOException {
        shutdownOutput();
        receiveAll();
        expectEndOfStream();
    }

    public void expectEndOfStream() throws IOException {
        var count = readAny();
        if (count > 0) {
            throw new AssertionError(
                    Digits.in(
                            "%,d more bytes came after all %,d were back; expected end of stream",
                            count, received));
        }
    }

    /// Wants that no byte has come since the last look.
    public void expectNothingYet(String otherwise) throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        if (selector.selectNow() > 0) {
            throw new AssertionError(otherwise);
        }
    }

    /// Sends one byte outside of the stream, which marks a place in it. It does not come back.
    public void sendUrgentByte() throws IOException {
        channel.socket().sendUrgentData('!');
    }

    /// Wants the connection to end, in whatever way: a server that cuts it may reset it. Bytes before that are dropped.
    public void expectEnd() {
        try {
            while (readAny() >= 0) {}
        } catch (IOException _) {
            // reset is an end as well
        }
    }

    /// Ends the connection with a RST instead of a FIN.
    public void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        selector.close();
    }

    private void move(long sendTo, long receiveTo, IntSupplier writeSizes) throws IOException {
        try {
            while (sent < sendTo || received < receiveTo) {
                var moved = sent < sendTo ? write(sendTo, writeSizes.getAsInt()) : 0;
                moved += received < receiveTo ? read(receiveTo) : 0;
                if (moved == 0 && !await(interest(sendTo, receiveTo), patience)) {
                    throw new AssertionError(stalled(sendTo, receiveTo));
                }
            }
        } catch (IOException e) {
            throw new IOException(progress(sendTo, receiveTo) + ": " + e.getMessage(), e);
        }
    }

    private int interest(long sendTo, long receiveTo) {
        return (sent < sendTo ? SelectionKey.OP_WRITE : 0)
                | (received < receiveTo ? SelectionKey.OP_READ : 0);
    }

    private int write(long sendTo, int most) throws IOException {
        var count = channel.write(bytes.at(sent, Math.min(most, sendTo - sent)));
        sent += count;
        return count;
    }

    private int read(long receiveTo) throws IOException {
        input.clear().limit((int) Math.min(CHUNK, receiveTo - received));
        var count = channel.read(input);
        if (count < 0) {
            throw new AssertionError(
                    Digits.in(
                            "the server ended the connection after %,d of %,d bytes",
                            received, receiveTo));
        }
        check(input.flip());
        received += count;
        return count;
    }

    private void check(ByteBuffer came) {
        var wrong = came.mismatch(bytes.at(received, came.remaining()));
        if (wrong >= 0) {
            throw new AssertionError(
                    Digits.in(
                            "byte %,d that came back is not byte %<,d that was sent",
                            received + wrong));
        }
    }

    private int readAny() throws IOException {
        if (!await(SelectionKey.OP_READ, patience)) {
            throw new AssertionError(
                    Digits.in(
                            "after %,d bytes nothing came for %s; expected the connection to end",
                            received, Text.of(patience)));
        }
        return channel.read(input.clear());
    }

    private boolean await(int interest, Duration limit) throws IOException {
        key.interestOps(interest);
        var patience = new Patience(limit);
        while (selector.select(Patience.lookMillis()) == 0) {
            if (patience.isOver()) {
                return false;
            }
        }
        selector.selectedKeys().clear();
        return true;
    }

    private String stalled(long sendTo, long receiveTo) {
        return progress(sendTo, receiveTo)
                + (received < receiveTo ? " nothing came for " : " nothing was taken for ")
                + Text.of(patience);
    }

    private String progress(long sendTo, long receiveTo) {
        return received < receiveTo
                ? Digits.in("after %,d of %,d bytes (%,d sent)", received, receiveTo, sent)
                : Digits.in("after %,d of %,d bytes sent", sent, sendTo);
    }
}
