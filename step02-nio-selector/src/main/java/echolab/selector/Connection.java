package echolab.selector;

import echolab.ChunkObserver;
import echolab.EchoOptions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// Where is the conversation when no thread holds it? In this object, and in what its key is interested in.
///
/// ```
///                  bytes came: write them
///        ┌───────────────────────────────────────────┐
///        │                                           ▼
///   READING (OP_READ) ◀──── all written ────  WRITING (OP_WRITE) ──┐ the kernel took
///        │                                           ▲             │ only some
///        │ the client ended its side,                └─────────────┘
///        ▼ or anything failed
///     CLOSED
/// ```
///
/// A connection reads or writes, never both: while the client does not take what we have, we take no more from it. That
/// is the backpressure, and it is why one buffer is all the memory that a connection can ever use.
final class Connection implements Handler {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    /// What was read and is not written yet. A test fills it as a read would.
    final ByteBuffer buffer;

    /// A test looks whether it is that of the channel.
    final SelectionKey key;

    private final SocketChannel channel;
    private final ChunkObserver observer;
    private final SocketAddress peer;

    /// How often [IdleTimeout] has looked since anything happened.
    private int silentLooks;

    Connection(SocketChannel channel, SelectionKey key, EchoOptions options) throws IOException {
        this.channel = channel;
        this.key = key;
        this.buffer = ByteBuffer.allocateDirect(options.readBufferSize());
        this.observer = options.observer();
        this.peer = channel.getRemoteAddress();
    }

    // tag::register[]
    /// Tells the selector to watch the channel for bytes to read.
    static void register(SocketChannel channel, Selector selector, EchoOptions options)
            throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(channel, key, options));
    }

    // end::register[]

    @Override
    public void handle() {
        silentLooks = 0;
        try {
            if (key.isReadable()) {
                read();
            } else {
                write();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the connection from {0} broke: {1}", peer, e.getMessage());
            close();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the handler of " + peer + " failed; its connection ends", e);
            close();
        }
    }

    // tag::read[]
    /// Reads once, even if there is more: the others want their turn, and the selector will tell us again.
    private void read() throws IOException {
        var count = channel.read(buffer);
        if (count < 0) {
            close();
        } else if (count > 0) {
            observer.read(count);
            buffer.flip();
            write();
        }
    }

    // end::read[]

    // tag::write[]
    /// Writes what the kernel takes, and keeps the rest for when there is room.
    private void write() throws IOException {
        channel.write(buffer);
        // a socket is nearly always writable: a standing interest would wake us all the time
        if (buffer.hasRemaining()) {
            key.interestOps(SelectionKey.OP_WRITE);
        } else {
            buffer.clear();
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    // end::write[]

    /// Ends the connection when it has waited at so many looks in a row for its client to send or to take something.
    void endIfSilent(int most) {
        silentLooks++;
        if (silentLooks > most) {
            LOG.log(Level.DEBUG, "the connection from {0} was idle for too long", peer);
            close();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    "the connection from {0} did not close: {1}",
                    peer,
                    e.getMessage());
        }
    }
}
