package echolab.futures;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What do reads and writes look like when they return at once? They return a future: "there will be a count".
///
/// The state machine of step 02 is gone from sight. What it knew — are we reading or writing? — is now which future is
/// not complete yet.
final class Connection {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final SocketChannel channel;
    private final Readiness readiness;
    private final SocketAddress peer;

    private Connection(SocketChannel channel, Readiness readiness) throws IOException {
        this.channel = channel;
        this.readiness = readiness;
        this.peer = channel.getRemoteAddress();
    }

    static Connection of(SocketChannel channel, EventLoop loop) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Connection(channel, loop.watch(channel));
    }

    SocketAddress peer() {
        return peer;
    }

    // tag::read[]
    /// Reads into the buffer once there are bytes.
    ///
    /// @return how many, or -1 when the client has ended its side
    CompletableFuture<Integer> read(ByteBuffer buffer) {
        return readiness.input().thenApply(_ -> receive(buffer));
    }

    // end::read[]

    /// Writes until the buffer is empty. It tries at once: only if the kernel does not take all is there anything to
    /// wait for. Until the future is complete nobody reads from this client again; that is the backpressure.
    CompletableFuture<Void> write(ByteBuffer buffer) {
        return Repeat.whileTrue(() -> {
            send(buffer);
            return buffer.hasRemaining() ? readiness.output().thenApply(_ -> true) : Repeat.ENOUGH;
        });
    }

    private int receive(ByteBuffer buffer) {
        try {
            return channel.read(buffer);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void send(ByteBuffer buffer) {
        try {
            channel.write(buffer);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /// Must be called on the loop's thread.
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    "the connection from {0} did not close: {1}",
                    peer,
                    e.getMessage());
        }
        readiness.closed();
    }
}
