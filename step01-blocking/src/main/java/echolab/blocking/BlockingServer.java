package echolab.blocking;

import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// What is the simplest echo server that is right? One thread waits for clients, and every client gets a thread of
/// its own, which does nothing but wait for that client.
///
/// ```
///   acceptor ──accept──▶ connection ──▶ thread: read, write, read, write … close
///        └────accept──▶ connection ──▶ thread: read, write …
/// ```
///
/// The operating system's scheduler is the event loop here: it knows which thread waits for which socket.
final class BlockingServer implements EchoServer {

    private static final System.Logger LOG = System.getLogger(BlockingServer.class.getName());
    private static final long ACCEPT_PAUSE_MILLIS = 100;

    private final EchoOptions options;
    private final ServerSocket listener;

    /// Places beyond that of the next client. While there is none, clients wait in the backlog.
    private final Semaphore room;

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("echo-", 0).factory());
    private final Thread acceptor;

    BlockingServer(EchoOptions options) throws IOException {
        this(options, listen(options));
    }

    /// On a listening socket of the caller's: a test's may fail when the test says so.
    BlockingServer(EchoOptions options, ServerSocket listener) {
        this.options = options;
        this.listener = listener;
        this.room = new Semaphore(options.maxConnections() - 1);
        this.acceptor = Thread.ofPlatform().name("accept").start(this::acceptUntilClosed);
    }

    private static ServerSocket listen(EchoOptions options) throws IOException {
        var address = options.address();
        return new ServerSocket(address.getPort(), options.backlog(), address.getAddress());
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    // tag::accept[]
    private void acceptUntilClosed() {
        var failing = false;
        while (!listener.isClosed()) {
            try {
                accept(listener.accept());
                failing = false;
            } catch (IOException e) {
                failing = pauseAfter(e, failing);
            }
        }
    }

    // end::accept[]

    private void accept(Socket socket) throws IOException {
        var connection = new Connection(socket, options);
        connections.add(connection);
        try {
            threads.execute(() -> serve(connection));
        } catch (OutOfMemoryError e) {
            // thrown when the system has no thread left: that is one client's bad luck, not the
            // server's end
            connections.remove(connection);
            connection.close();
            throw new IOException("no thread for another connection: " + e.getMessage(), e);
        }
        room.acquireUninterruptibly();
    }

    private void serve(Connection connection) {
        connection.echo();
        connections.remove(connection);
        room.release();
    }

    /// Without descriptors `accept` fails at once, again and again, while the client stays in the backlog. A loop that
    /// tried again at once would burn a whole CPU until somebody leaves.
    private boolean pauseAfter(IOException failure, boolean alreadySaid) {
        if (listener.isClosed()) {
            return alreadySaid;
        }
        if (!alreadySaid) {
            LOG.log(
                    Level.WARNING,
                    "cannot accept a connection, will try again: " + failure.getMessage());
        }
        try {
            Thread.sleep(ACCEPT_PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    // tag::close[]
    /// No more clients; those that are there may finish within the grace; the rest is cut.
    @Override
    public void close() {
        try {
            listener.close();
            room.release(); // the acceptor may wait for it
            acceptor.join();
            threads.shutdown();
            // a thread that waits in read can't be told to stop: its socket is closed under it
            if (!threads.awaitTermination(options.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                connections.forEach(Connection::close);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the listening socket did not close: " + e.getMessage());
        } catch (InterruptedException _) {
            connections.forEach(Connection::close);
            Thread.currentThread().interrupt();
        }
        threads.close();
    }
    // end::close[]
}
