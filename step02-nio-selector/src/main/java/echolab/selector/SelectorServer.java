package echolab.selector;

import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Set;

/// How can one thread serve thousands of clients? It never waits for one of them: it asks the kernel, through a
/// `Selector`, which of all channels are ready, handles those, and asks again.
///
/// ```
///            ┌──────────────── one thread ────────────────┐
///   kernel ──┤ waitForEvents ──▶ handleEvents ──▶ (again) │
///            └─────────────────────┬──────────────────────┘
///                      ┌───────────┴────────────┐
///                  Acceptor                Connection × n
///                  accepts all that wait   reads once, writes once
/// ```
///
/// Everything but [#close] runs on the loop's thread, so nothing here needs a lock.
final class SelectorServer implements EchoServer {

    private final EchoOptions options;
    private final Selector selector;
    private final Acceptor acceptor;
    private final IdleTimeout idleTimeout;
    private final InetSocketAddress address;
    private final Thread loop;

    private volatile boolean closing;

    SelectorServer(EchoOptions options) throws IOException {
        this(options, Selector.open());
    }

    /// On a selector of the caller's: a test's may look on how it is used.
    SelectorServer(EchoOptions options, Selector selector) throws IOException {
        this.options = options;
        this.idleTimeout = new IdleTimeout(options.idleTimeout());
        this.selector = selector;
        try {
            var listener = bind();
            this.address = (InetSocketAddress) listener.getLocalAddress();
            this.acceptor = Acceptor.register(listener, selector, options);
        } catch (IOException e) {
            selector.close();
            throw e;
        }
        this.loop = Thread.ofPlatform().name("selector-loop").start(this::run);
    }

    private ServerSocketChannel bind() throws IOException {
        var listener = ServerSocketChannel.open();
        try {
            listener.bind(options.address(), options.backlog());
            listener.configureBlocking(false);
            return listener;
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    private void run() {
        try (selector) {
            while (!closing) {
                turn(acceptor.millisUntilResume());
                acceptor.resumeIfDue();
            }
            letConnectionsFinish();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the selector failed, and with it the server on " + address, e);
        }
    }

    /// @param millis the longest sleep; 0 for no limit
    private void turn(long millis) throws IOException {
        waitForEvents(idleTimeout.sleepAtMost(millis));
        handleEvents(selector.selectedKeys());
        if (idleTimeout.isTimeToLook()) {
            connections().forEach(idleTimeout::look);
        }
    }

    /// The only place where the loop sleeps. [Selector#wakeup] ends the sleep, even one that has not begun yet.
    ///
    /// @param millis the longest sleep; 0 for no limit
    private void waitForEvents(long millis) throws IOException {
        selector.select(millis);
    }

    // tag::events[]
    static void handleEvents(Set<SelectionKey> ready) {
        for (var key : ready) {
            // a handler before this one may have closed the channel
            if (key.isValid()) {
                handler(key).handle();
            }
        }
        // the selector adds to this set but never takes away
        ready.clear();
    }

    // end::events[]

    private void letConnectionsFinish() throws IOException {
        acceptor.close();
        var deadline = System.nanoTime() + options.grace().toNanos();
        for (var left = options.grace().toMillis(); left > 0 && !connections().isEmpty(); ) {
            turn(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        connections().forEach(Connection::close);
    }

    private List<Connection> connections() {
        return selector.keys().stream()
                .filter(SelectionKey::isValid)
                .map(SelectorServer::handler)
                .filter(Connection.class::isInstance)
                .map(Connection.class::cast)
                .toList();
    }

    private static Handler handler(SelectionKey key) {
        return (Handler) key.attachment();
    }

    // tag::close[]
    /// Called by any thread: it may only set the flag and wake the loop, which does the rest itself.
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        EchoServer.awaitEnd(loop);
    }
    // end::close[]
}
