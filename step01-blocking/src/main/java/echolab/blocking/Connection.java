package echolab.blocking;

import echolab.EchoOptions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What does the server do for one client? It waits for bytes, sends them back, and waits again.
///
/// All that there is to remember — where in the conversation we are, what is in the buffer — lives on the stack of the
/// thread that runs [#echo]. The next two steps have to find another place for it.
final class Connection {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final Socket socket;
    private final EchoOptions options;

    /// Made at the first read: without memory for it this connection ends, and nothing else.
    private byte[] buffer;

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

    /// Blocks until there are bytes.
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
    /// the JDK's closes the socket under it.
    private void writeInTime(int count) throws IOException {
        var taken = new CompletableFuture<Void>();
        taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> {
                    close();
                    return null;
                });
        try {
            socket.getOutputStream().write(buffer, 0, count);
        } finally {
            taken.complete(null);
        }
    }

    /// Cuts the connection, from any thread; a `read` or `write` that waits fails.
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    "the connection from {0} did not close: {1}",
                    socket.getRemoteSocketAddress(),
                    e.getMessage());
        }
    }
}
