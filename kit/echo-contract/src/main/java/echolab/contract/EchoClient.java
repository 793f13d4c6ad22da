package echolab.contract;

import echolab.process.Digits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.IntSupplier;

/// A client that never waits forever. It sends the next bytes of its own stream, checks each byte that comes back, and
/// when nothing moves for as long as its patience lasts, it fails and says how far it came.
public final class EchoClient implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;
    private static final int INPUT = 16 * 1024;
    private static final int TINY_BUFFER = 4 * 1024;

    private final ByteBuffer input = ByteBuffer.allocate(INPUT);
    private final Bytes bytes;
    private final SocketChannel channel;
    private final Duration patience;
    private ByteBuffer output = ByteBuffer.allocate(0);
    private int sip = INPUT;
    private long nextRead;
    private volatile long sent;
    private volatile long received;

    private EchoClient(SocketChannel channel, Duration patience, Bytes bytes) {
        this.channel = channel;
        this.patience = patience;
        this.bytes = bytes;
    }

    /// @throws AssertionError when there is no connection within the patience
    public static EchoClient connect(InetSocketAddress address, Duration patience)
            throws IOException {
        return connect(address, patience, new Bytes());
    }

    /// @param tiny which of its buffers in the kernel hold a few kilobytes only, as is agreed on while it connects
    @SafeVarargs
    static EchoClient connect(
            InetSocketAddress address,
            Duration patience,
            Bytes bytes,
            SocketOption<Integer>... tiny)
            throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            for (var buffer : tiny) {
                channel.setOption(buffer, TINY_BUFFER);
            }
            channel.configureBlocking(false);
            channel.connect(address);
            awaitConnection(channel, address, patience);
            return new EchoClient(channel, patience, bytes);
        } catch (IOException e) {
            channel.close();
            throw new IOException(
                    "cannot connect to %s: %s".formatted(Text.of(address), e.getMessage()), e);
        }
    }

    private static void awaitConnection(
            SocketChannel channel, InetSocketAddress address, Duration limit) throws IOException {
        var patience = new Patience(limit);
        while (!channel.finishConnect()) {
            if (!patience.waits()) {
                channel.close();
                throw Text.failure(
                        "no connection to %s within %s", Text.of(address), Text.of(limit));
            }
        }
    }

    /// Sends the next bytes and reads them back meanwhile.
    public void echo(long count) throws IOException {
        echo(count, () -> CHUNK);
    }

    /// The same, in writes of the sizes given.
    public void echo(long count, IntSupplier writeSizes) throws IOException {
        move(sent + count, received + count, true, writeSizes);
    }

    /// Sends and reads without end, in a thread of its own: a server that reads "as long as there is something" never leaves it.
    void flood() {
        Thread.ofPlatform()
                .daemon()
                .name("flood")
                .start(() -> {
                    try {
                        echo(Long.MAX_VALUE / 2);
                    } catch (IOException | RuntimeException | AssertionError _) {
                        // closed by us, or by the server: whether it may do so is for other cases
                        // to say
                    }
                });
    }

    /// Sends the next bytes and reads nothing.
    public void send(long count) throws IOException {
        move(sent + count, received, false, () -> CHUNK);
    }

    /// Sends the next bytes, and reads what comes meanwhile.
    void exchange(long count) throws IOException {
        move(sent + count, received, true, () -> CHUNK);
    }

    /// Reads what it has sent and not had back yet.
    public void receiveAll() throws IOException {
        move(sent, sent, true, () -> CHUNK);
    }

    /// It reads nothing for a while, and then no more than so many bytes a millisecond.
    void readSlowly(Duration late, int count) {
        nextRead = System.nanoTime() + late.toNanos();
        sip = Math.min(INPUT - 1, count);
    }

    /// How many bytes have come back.
    long received() {
        return received;
    }

    /// Whether some of what it sent has not come back yet.
    boolean isOwed() {
        return received < sent;
    }

    /// Sends and reads nothing, until the server takes no more.
    ///
    /// @param still for how long nothing may move before we call it stalled
    /// @return the bytes that were taken; `most` when it never stalled
    public long sendUntilStalled(long most, Duration still) throws IOException {
        var before = sent;
        var end = sent + most;
        var stalled = new Patience(still);
        while (sent < end && (write(end, CHUNK) == 0 ? stalled.waits() : stalled.begins())) {}
        return sent - before;
    }

    /// Sends and reads nothing, until the server cuts the connection: with bytes left that it has not read, that is a reset.
    void sendUntilCut() {
        try {
            sendUntilStalled(100_000_000, patience);
        } catch (IOException _) {
            return;
        }
        throw Text.failure(
                "after %,d bytes nothing was taken for %s; expected the connection to end",
                sent, Text.of(patience));
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
            throw Text.failure(
                    "%,d more bytes came after all %,d were back; expected end of stream",
                    count, received);
        }
    }

    /// Wants that no byte has come since the last look.
    public void expectNothingYet(String otherwise) throws IOException {
        if (read() > 0) {
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
    }

    /// @param reads whether it reads what comes until it has sent all, although nothing may be owed to it
    private void move(long sendTo, long receiveTo, boolean reads, IntSupplier writeSizes)
            throws IOException {
        var still = new Patience(patience);
        try {
            while (sent < sendTo || received < receiveTo) {
                var moved = sent < sendTo ? write(sendTo, writeSizes.getAsInt()) : 0;
                moved += reads ? read() : 0;
                if (!(moved > 0 ? still.begins() : still.waits())) {
                    throw Text.failure(
                            "%s nothing %s for %s",
                            progress(sendTo, receiveTo),
                            received < receiveTo ? "came" : "was taken",
                            Text.of(patience));
                }
            }
        } catch (IOException e) {
            throw new IOException(progress(sendTo, receiveTo) + ": " + e.getMessage(), e);
        }
    }

    private String progress(long sendTo, long receiveTo) {
        return received < receiveTo
                ? Digits.in("after %,d of %,d bytes (%,d sent)", received, receiveTo, sent)
                : Digits.in("after %,d of %,d bytes sent", sent, sendTo);
    }

    private int write(long sendTo, int most) throws IOException {
        var wanted = Math.min(most, sendTo - sent);
        if (!output.hasRemaining() || output.remaining() > wanted) {
            output = bytes.at(sent, wanted);
        }
        var count = channel.write(output);
        sent += count;
        return count;
    }

    /// Reads what has come, without waiting.
    int read() throws IOException {
        if (sip < INPUT && System.nanoTime() - nextRead < 0) {
            return 0;
        }
        var count = channel.read(input.clear().limit(sip));
        if (count < 0) {
            throw Text.failure(
                    "the server ended the connection after %,d of %,d bytes", received, sent);
        }
        check(input.flip());
        received += count;
        nextRead = System.nanoTime() + 1_000_000;
        return count;
    }

    /// Waits for what comes next; -1 when it is the end.
    private int readAny() throws IOException {
        var still = new Patience(patience);
        int count;
        while ((count = channel.read(input.clear())) == 0) {
            if (!still.waits()) {
                throw Text.failure(
                        "after %,d bytes nothing came for %s; expected the connection to end",
                        received, Text.of(patience));
            }
        }
        return count;
    }

    private void check(ByteBuffer came) {
        var right = bytes.at(received, Math.min(came.remaining(), sent - received));
        var wrong = came.mismatch(right);
        if (wrong >= right.remaining()) {
            throw Text.failure(
                    "%,d more bytes came than the %,d that were sent",
                    came.remaining() - wrong, sent);
        }
        if (wrong >= 0) {
            throw Text.failure(
                    "byte %,d that came back is %02x, and not %02x as it was sent",
                    received + wrong, came.get(wrong), right.get(right.position() + wrong));
        }
    }
}
