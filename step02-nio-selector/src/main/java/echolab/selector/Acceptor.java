package echolab.selector;

import echolab.EchoOptions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.TimeUnit;

/// How does a loop accept? The listening channel is "readable" when clients wait in the backlog; then it accepts all of
/// them, until there is none.
///
/// ```
///   ACCEPTING ──no descriptor left, or no room──▶ PAUSED (no interest)
///       ▲                                            │
///       └────────────── 100 ms later ────────────────┘
/// ```
final class Acceptor implements Handler {

    private static final System.Logger LOG = System.getLogger(Acceptor.class.getName());
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ServerSocketChannel listener;
    private final SelectionKey key;
    private final EchoOptions options;

    private boolean failing;
    private long resumeAt;

    Acceptor(ServerSocketChannel listener, SelectionKey key, EchoOptions options) {
        this.listener = listener;
        this.key = key;
        this.options = options;
    }

    /// Tells the selector to watch the listening channel.
    static Acceptor register(ServerSocketChannel listener, Selector selector, EchoOptions options)
            throws IOException {
        var key = listener.register(selector, SelectionKey.OP_ACCEPT);
        var acceptor = new Acceptor(listener, key, options);
        key.attach(acceptor);
        return acceptor;
    }

    @Override
    public void handle() {
        try {
            while (hasRoom() && accept()) {
                failing = false;
            }
        } catch (IOException | OutOfMemoryError e) {
            pauseAfter(e);
        }
    }

    /// All keys but ours are connections. Those that closed in this turn still count: the selector forgets them in the next.
    private boolean hasRoom() {
        if (key.selector().keys().size() <= options.maxConnections()) {
            return true;
        }
        pause();
        return false;
    }

    private boolean accept() throws IOException {
        var channel = listener.accept();
        if (channel == null) {
            return false;
        }
        try {
            Connection.register(channel, key.selector(), options);
        } catch (IOException | OutOfMemoryError e) {
            channel.close();
            throw e;
        }
        return true;
    }

    /// Without descriptors the client stays in the backlog and the listener stays ready: a loop that keeps its interest
    /// is told so at every turn and burns a whole CPU until somebody leaves.
    private void pauseAfter(Throwable failure) {
        if (!failing) {
            LOG.log(
                    Level.WARNING,
                    "cannot accept a connection, will try again: " + failure.getMessage());
        }
        failing = true;
        pause();
    }

    private void pause() {
        resumeAt = System.nanoTime() + PAUSE_NANOS;
        key.interestOps(0);
    }

    /// How long the loop may sleep on behalf of a pause; 0 when there is none.
    long millisUntilResume() {
        if (!paused()) {
            return 0;
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(resumeAt - System.nanoTime()));
    }

    void resumeIfDue() {
        if (paused() && resumeAt - System.nanoTime() <= 0) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    private boolean paused() {
        return key.interestOps() == 0;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the listening socket did not close: " + e.getMessage());
        }
    }
}
