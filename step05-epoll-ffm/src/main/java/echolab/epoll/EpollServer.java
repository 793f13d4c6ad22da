package echolab.epoll;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.epoll.dump.TaskDump;
import echolab.epoll.net.Listener;
import echolab.epoll.net.Stream;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// What does an echo server look like on our own loop? Read it from `echo`: it is the code of step 01.
///
/// One loop is one thread. Several loops share the port, and the kernel deals the connections out among them.
final class EpollServer implements EchoServer {

    private static final System.Logger LOG = System.getLogger(EpollServer.class.getName());

    /// The main task of a loop that has begun to listen, where it does, and the loop's thread.
    private record Listening(Task<?> main, InetSocketAddress address, Thread thread) {}

    /// How a loop gets its listener.
    @FunctionalInterface
    private interface Binding {
        Listener bind() throws IOException;
    }

    private final EchoOptions options;
    private final Listener.Handler handler;

    /// How many clients a loop may have: its part of what is allowed, since none knows of the others'.
    private final int share;

    private final List<Listening> loops = new CopyOnWriteArrayList<>();

    private EpollServer(EchoOptions options, int loops) {
        this.options = options;
        handler = options.idleTimeout().isZero() ? this::echo : this::echoInTime;
        share = Math.max(1, options.maxConnections() / loops);
    }

    static EpollServer listen(EchoOptions options, int loops) throws IOException {
        var server = new EpollServer(options, loops);
        try {
            server.startLoop(() -> Listener.bind(options.address(), options.backlog(), loops > 1));
            while (server.loops.size() < loops) {
                server.startLoop(() -> Listener.join(server.address(), options.backlog()));
            }
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    // tag::echo[]
    private void echo(Stream stream) throws IOException {
        var buffer = ByteBuffer.allocateDirect(options.readBufferSize());
        while (stream.read(buffer.clear()) >= 0) stream.write(observed(buffer.flip()));
    }

    // end::echo[]

    // tag::idle[]
    /// The same, with an end to the patience. It costs a frame and a timer for each read and write, so who has no limit goes without.
    private void echoInTime(Stream stream) throws Exception {
        var buffer = ByteBuffer.allocateDirect(options.readBufferSize());
        Callable<Integer> read = () -> stream.read(buffer.clear());
        Callable<Boolean> write =
                () -> {
                    stream.write(observed(buffer.flip()));
                    return true;
                };
        try {
            while (Task.timeout(options.idleTimeout(), read) >= 0)
                Task.timeout(options.idleTimeout(), write);
        } catch (TimeoutException _) {
            LOG.log(Level.DEBUG, "{0} was idle for too long", stream);
        }
    }

    // end::idle[]

    private ByteBuffer observed(ByteBuffer buffer) {
        options.observer().read(buffer.remaining());
        return buffer;
    }

    private void startLoop(Binding binding) throws IOException {
        var started = new CompletableFuture<Listening>();
        var name = "epoll loop " + loops.size();
        var thread = Thread.ofPlatform().name(name).start(() -> runLoop(binding, started));
        try {
            loops.add(started.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException _) {
            thread.interrupt(); // it may listen by now, or any moment
            EchoServer.awaitEnd(thread);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "interrupted while starting to listen on " + options.address());
        }
    }

    private void runLoop(Binding binding, CompletableFuture<Listening> started) {
        try {
            Task.run(() -> serve(binding.bind(), started));
        } catch (CancellationException _) {
            // close() ended it
        } catch (Throwable e) {
            if (!started.completeExceptionally(e)) {
                LOG.log(Level.ERROR, "the server on port " + address().getPort() + " has ended", e);
            }
        }
    }

    private Void serve(Listener listener, CompletableFuture<Listening> started) throws Exception {
        started.complete(
                new Listening(Task.current(), listener.address(), Task.current().loop().thread()));
        try {
            listener.limitConnections(share);
            listener.serveForever(handler);
        } finally {
            // whatever else is asked of the server meanwhile, its clients have their grace
            Task.shield(() -> listener.close(options.grace()));
        }
        return null;
    }

    @Override
    public InetSocketAddress address() {
        return loops.getFirst().address();
    }

    /// What the tasks of all its loops do, with the stacks of some.
    ///
    /// No lock: a server that does not come to its end is asked while `close` waits for it.
    String tasks() {
        return loops.stream()
                .map(loop -> TaskDump.withStacks(loop.main()).toString())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /// Returns when all loops have ended, also on a thread that is interrupted meanwhile: the grace has an end.
    @Override
    public void close() {
        loops.forEach(loop -> loop.main().cancel());
        loops.forEach(loop -> EchoServer.awaitEnd(loop.thread()));
    }
}
