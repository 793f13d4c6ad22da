package echolab.futures;

import echolab.ChunkObserver;
import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Can the handler be free of the selector? Here the conversation is one method again, [#echo], made of reads and writes
/// that are futures, and the loop below it could serve any other conversation.
final class FuturesServer implements EchoServer {

    private static final System.Logger LOG = System.getLogger(FuturesServer.class.getName());
    private static final long ACCEPT_PAUSE_MILLIS = 100;

    private final EchoOptions options;
    private final Listener listener;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /// Only its thread touches the two below: a test's that looks at them asks it to.
    final EventLoop loop;

    final Map<Connection, CompletableFuture<Void>> conversations = new HashMap<>();
    boolean failing;

    FuturesServer(EchoOptions options) throws IOException {
        this.options = options;
        this.loop = new EventLoop();
        try {
            this.listener = Listener.bind(options, loop);
        } catch (IOException e) {
            loop.stop();
            throw e;
        }
        loop.execute(() -> Repeat.whileTrue(this::acceptOne));
    }

    @Override
    public InetSocketAddress address() {
        return listener.address();
    }

    private CompletableFuture<Boolean> acceptOne() {
        return room().thenCompose(_ -> listener.accept())
                .thenAccept(this::serve)
                .exceptionallyCompose(this::pauseAfter)
                .thenApply(_ -> listener.isOpen());
    }

    /// Complete as long as there is room for one more client, or else when one has left. Until then they wait in the backlog.
    private CompletableFuture<?> room() {
        return conversations.size() < options.maxConnections()
                ? Repeat.ENOUGH
                : CompletableFuture.anyOf(all(conversations.values())).exceptionally(_ -> null);
    }

    /// Without descriptors `accept` fails at once, again and again, while the client stays in the backlog. A loop that
    /// tried again at once would burn a whole CPU until somebody leaves.
    private CompletableFuture<Void> pauseAfter(Throwable failure) {
        if (!listener.isOpen()) {
            return CompletableFuture.completedFuture(null);
        }
        if (!failing) {
            LOG.log(
                    Level.WARNING,
                    "cannot accept a connection, will try again: " + failure.getMessage());
        }
        failing = true;
        var later =
                CompletableFuture.delayedExecutor(ACCEPT_PAUSE_MILLIS, TimeUnit.MILLISECONDS, loop);
        return CompletableFuture.runAsync(() -> {}, later);
    }

    // tag::serve[]
    private void serve(Connection connection) {
        failing = false;
        var conversation = echo(connection, options.readBufferSize(), options.observer());
        conversations.put(connection, conversation);
        conversation.whenComplete((_, failure) -> {
            report(connection, failure);
            connection.close();
            conversations.remove(connection);
        });
    }

    // end::serve[]

    // tag::echo[]
    /// The conversation: read, write, again, until the client ends its side.
    private CompletableFuture<Void> echo(
            Connection connection, int bufferSize, ChunkObserver observer) {
        // a stage of its own: without memory for it, this conversation fails and no other
        var allocated =
                CompletableFuture.completedFuture(bufferSize).thenApply(ByteBuffer::allocateDirect);
        return allocated.thenCompose(buffer ->
                Repeat.whileTrue(() ->
                        inTime(connection.read(buffer.clear()))
                                .thenCompose(count -> {
                                    if (count < 0) {
                                        return Repeat.ENOUGH;
                                    }
                                    observer.read(count);
                                    return inTime(connection.write(buffer.flip()))
                                            .thenApply(_ -> true);
                                })));
    }

    // end::echo[]

    // tag::inTime[]
    /// With an end to the patience, if there is one: the future fails with a `TimeoutException` when the time is up. All that hangs on it runs on
    /// the loop's thread.
    private <T> CompletableFuture<T> inTime(CompletableFuture<T> step) {
        var limit = options.idleTimeout().toMillis();
        // the JDK has a thread for that, which completes the future when its time is up
        return limit == 0
                ? step
                : step.orTimeout(limit, TimeUnit.MILLISECONDS)
                        .exceptionallyComposeAsync(CompletableFuture::failedFuture, loop);
    }

    // end::inTime[]

    private static void report(Connection connection, Throwable failure) {
        switch (Repeat.causeOf(failure)) {
            case null -> {}
            case IOException e ->
                    LOG.log(
                            Level.DEBUG,
                            "the connection from {0} broke: {1}",
                            connection.peer(),
                            e.getMessage());
            case TimeoutException _ ->
                    LOG.log(
                            Level.DEBUG,
                            "the connection from {0} was idle for too long",
                            connection.peer());
            default ->
                    LOG.log(
                            Level.WARNING,
                            "the handler of " + connection.peer() + " failed; its connection ends",
                            failure);
        }
    }

    /// Even closing is a composition: no more clients; then all conversations, or the end of the grace, whichever comes
    /// first; then the rest is cut.
    @Override
    public void close() {
        CompletableFuture.runAsync(this::stopAccepting, loop)
                .thenComposeAsync(_ -> everyConversation(), loop)
                .completeOnTimeout(null, options.grace().toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((_, _) -> cut(), loop)
                .whenComplete((_, _) -> closed.complete(null));
        closed.join();
        loop.stop();
    }

    private void stopAccepting() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the listening socket did not close: " + e.getMessage());
        }
    }

    private CompletableFuture<Void> everyConversation() {
        return CompletableFuture.allOf(all(conversations.values()));
    }

    private static CompletableFuture<?>[] all(Collection<? extends CompletableFuture<?>> futures) {
        return futures.toArray(CompletableFuture[]::new);
    }

    private void cut() {
        for (var connection : conversations.keySet().toArray(Connection[]::new)) {
            connection.close();
        }
    }
}
