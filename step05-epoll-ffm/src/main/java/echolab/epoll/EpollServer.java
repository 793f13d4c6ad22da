package echolab.epoll;

import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/// What does an echo server look like on our own loop? Read it from `echo`: it is the code of step 01.
///
/// One loop is one thread. Several loops share the port, and the kernel deals the connections out among them.
final class EpollServer implements EchoServer {

    private static final Logger LOGGER = System.getLogger(EpollServer.class.getName());

    /// The main task of a loop that has begun to listen, and where it does.
    private record Listening(Task<?> main, InetSocketAddress address) {}

    private final EchoOptions options;
    private final boolean shared;
    private final List<Listening> loops = new CopyOnWriteArrayList<>();

    private EpollServer(EchoOptions options, boolean shared) {
        this.options = options;
        this.shared = shared;
    }

    static EpollServer listen(EchoOptions options, int loops) throws IOException {
        var server = new EpollServer(options, loops > 1);
        try {
            server.startLoop(options.address());
            while (server.loops.size() < loops) {
                server.startLoop(server.address());
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

    private ByteBuffer observed(ByteBuffer buffer) {
        options.observer().read(buffer.remaining());
        return buffer;
    }

    private void startLoop(InetSocketAddress on) throws IOException {
        var started = new CompletableFuture<Listening>();
        Thread.ofPlatform().name("epoll loop " + loops.size()).start(() -> runLoop(on, started));
        try {
            loops.add(started.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting to listen on " + on, e);
        }
    }

    private void runLoop(InetSocketAddress on, CompletableFuture<Listening> started) {
        try {
            EventLoop.run(() -> serve(Listener.bind(on, options.backlog(), shared), started));
        } catch (CancellationException _) {
            // close() ended it
        } catch (Throwable e) {
            if (!started.completeExceptionally(e)) {
                LOGGER.log(Level.ERROR, "the server on " + on + " has ended", e);
            }
        }
    }

    private Void serve(Listener listener, CompletableFuture<Listening> started) throws Exception {
        started.complete(new Listening(Task.current(), listener.address()));
        try {
            listener.serveForever(this::echo);
        } finally {
            listener.close(options.grace());
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
                .map(loop -> TaskDump.withStacks(loop.main().loop).toString())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    @Override
    public void close() {
        loops.forEach(loop -> loop.main().cancel());
        try {
            for (var loop : loops) {
                loop.main().loop.thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
