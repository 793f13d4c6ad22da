package echolab.virtualthreads;

import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Can we keep the blocking code of step 01 without its threads? A virtual thread that waits for a socket gives its
/// platform thread back: what is left of it is a stack in the heap.
///
/// ```
///   acceptor ──accept──▶ connection ──▶ virtual thread: read, write, read, write … close
///                                           │ no bytes yet            ▲ bytes are there
///                                           ▼ park: stack to the heap │ unpark: stack to a carrier thread
///                                       the JDK's poller: epoll_wait ─┘
/// ```
///
/// Compare this file with step 01: the threads come from another factory, and closing is simpler. The JDK brings the event
/// loop; we do not see it.
final class VirtualThreadsServer implements EchoServer {

    private static final System.Logger LOG = System.getLogger(VirtualThreadsServer.class.getName());
    private static final long ACCEPT_PAUSE_MILLIS = 100;

    private final EchoOptions options;
    private final ServerSocket listener;

    /// Places beyond that of the next client. While there is none, clients wait in the backlog.
    private final Semaphore room;

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("echo-", 0).factory());
    private final Thread acceptor;

    VirtualThreadsServer(EchoOptions options) throws IOException {
        this(options, listen(options));
    }

    /// On a listening socket of the caller's: a test's may accept when the test says so.
    VirtualThreadsServer(EchoOptions options, ServerSocket listener) {
        this.options = options;
        this.listener = listener;
        this.room = new Semaphore(options.maxConnections() - 1);
        this.acceptor = Thread.ofVirtual().name("accept").start(this::acceptUntilClosed);
    }

    private static ServerSocket listen(EchoOptions options) throws IOException {
        var address = options.address();
        return new ServerSocket(address.getPort(), options.backlog(), address.getAddress());
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptUntilClosed() {
        var failing = false;
        while (!listener.isClosed()) {
            try {
                accept(listener.accept());
                room.acquireUninterruptibly();
                failing = false;
            } catch (IOException | OutOfMemoryError e) {
                failing = pauseAfter(e, failing);
            }
        }
    }

    // tag::accept[]
    private void accept(Socket socket) {
        var connection = new Connection(socket, options);
        threads.execute(() -> serve(connection));
    }

    // end::accept[]

    private void serve(Connection connection) {
        connection.echo();
        room.release();
    }

    /// Without descriptors `accept` fails at once, again and again, while the client stays in the backlog. A loop that
    /// tried again at once would burn a whole CPU until somebody leaves.
    private boolean pauseAfter(Throwable failure, boolean alreadySaid) {
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
            // an interrupt closes the socket that a virtual thread waits for
            if (!threads.awaitTermination(options.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the listening socket did not close: " + e.getMessage());
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        threads.close();
    }
    // end::close[]
}
