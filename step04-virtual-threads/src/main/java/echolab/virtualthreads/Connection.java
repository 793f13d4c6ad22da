package echolab.virtualthreads;

import echolab.EchoOptions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What does the server do for one client? Line for line what it did in step 01, and one thing more: it gives way.
///
/// All that there is to remember lives on the stack of the virtual thread that runs [#echo], and that stack lives in
/// the heap while the thread waits: no state machine, no callbacks, and a stack trace that tells the conversation.
final class Connection {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    static final int FULL_READS_IN_A_ROW = 16;

    private final Socket socket;
    private final EchoOptions options;

    /// Made at the first read: without memory for it this connection ends, and nothing else.
    private byte[] buffer;

    private int fullReads;

    Connection(Socket socket, EchoOptions options) {
        this.socket = socket;
        this.options = options;
    }

    // tag::echo[]
    /// The whole conversation. It ends when the client ends its side, resets the connection, or is cut off.
    void echo() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) options.idleTimeout().toMillis()); // 0: for ever
            for (var count = read(); count >= 0; count = read()) {
                write(count);
                giveWay(count);
            }
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    "the connection from {0} broke: {1}",
                    socket.getRemoteSocketAddress(),
                    e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    "the handler of "
                            + socket.getRemoteSocketAddress()
                            + " failed; its connection ends",
                    e);
        }
    }

    // end::echo[]

    /// Blocks until there are bytes: this thread, not the one that carries it.
    ///
    /// @return how many, or -1 when the client has ended its side
    private int read() throws IOException {
        if (buffer == null) {
            buffer = new byte[options.readBufferSize()];
        }
        var count = socket.getInputStream().read(buffer);
        if (count > 0) {
            options.observer().read(count);
        }
        return count;
    }

    /// Blocks until the kernel has taken all of them: while the client does not read, neither do we.
    private void write(int count) throws IOException {
        if (options.idleTimeout().isZero()) {
            socket.getOutputStream().write(buffer, 0, count);
        } else {
            writeInTime(count);
        }
    }

    /// The same, with an end to the patience. No option of the socket ends a `write`, so for a client that takes nothing a timer of
    /// the JDK's interrupts us, which closes the socket.
    private void writeInTime(int count) throws IOException {
        var thread = Thread.currentThread();
        var taken = new CompletableFuture<Void>();
        taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> {
                    thread.interrupt();
                    return null;
                });
        try {
            socket.getOutputStream().write(buffer, 0, count);
        } finally {
            taken.complete(null);
        }
    }

    // tag::giveWay[]
    /// A platform thread is taken off its CPU when its time is up; a virtual thread keeps its carrier until it waits. A
    /// client that always has more to send and always reads would never make us wait, and as many such clients as there
    /// are carriers would stop the server for all others. A read that does not fill the buffer has emptied the socket, and
    /// the next one waits; so we count those that fill it.
    ///
    /// The tempting call is `Thread.yield`. It puts us back into a queue of the scheduler, which promises no order between
    /// its queues: with two such clients on two carriers, a third was seen to starve for ten seconds. A wait, however
    /// short, leaves the carrier with nothing to do but look for others.
    private void giveWay(int count) {
        fullReads = count < buffer.length ? 0 : fullReads + 1;
        if (fullReads == FULL_READS_IN_A_ROW) {
            fullReads = 0;
            LockSupport.parkNanos(1);
        }
    }
    // end::giveWay[]
}
