package echolab.epoll;

import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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

    private final EchoOptions options;
    private final boolean shared;
    private final List<Task<?>> mains = new ArrayList<>();
    private final List<EventLoop> loops = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private InetSocketAddress address;

    private EpollServer(EchoOptions options, boolean shared) {
        this.options = options;
        this.shared = shared;
    }

    static EpollServer listen(EchoOptions options, int loops) throws IOException {
        var server = new EpollServer(options, loops > 1);
        try {
            server.address = server.startLoop(options.address());
            for (var i = 1; i < loops; i++) {
                server.startLoop(server.address);
            }
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private void echo(Stream stream) throws IOException {
        var buffer = ByteBuffer.allocateDirect(options.readBufferSize());
        while (stream.read(buffer.clear()) >= 0) stream.write(observed(buffer.flip()));
    }

    private ByteBuffer observed(ByteBuffer buffer) {
        options.observer().read(buffer.remaining());
        return buffer;
    }

    private InetSocketAddress startLoop(InetSocketAddress on) throws IOException {
        var bound = new CompletableFuture<InetSocketAddress>();
        var main = new CompletableFuture<Task<?>>();
        threads.add(
                Thread.ofPlatform()
                        .name("epoll loop " + threads.size())
                        .start(() -> runLoop(on, main, bound)));
        try {
            var address = bound.get();
            mains.add(main.get());
            loops.add(main.get().loop());
            return address;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting to listen on " + on, e);
        }
    }

    private void runLoop(
            InetSocketAddress on,
            CompletableFuture<Task<?>> main,
            CompletableFuture<InetSocketAddress> bound) {
        try {
            EventLoop.run(() -> {
                main.complete(Task.current());
                serve(Listener.bind(on, options.backlog(), shared), bound);
                return null;
            });
        } catch (CancellationException _) {
            // close() ended it
        } catch (Throwable e) {
            if (!bound.completeExceptionally(e)) {
                LOGGER.log(Level.ERROR, "the server on " + on + " has ended", e);
            }
        }
    }

    private void serve(Listener listener, CompletableFuture<InetSocketAddress> bound)
            throws Exception {
        bound.complete(listener.address());
        try {
            listener.serveForever(this::echo);
        } finally {
            listener.close(options.grace());
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    /// What the tasks of all its loops do, with the stacks of some.
    ///
    /// No lock: a server that does not come to its end is asked while `close` waits for it.
    String tasks() {
        return loops.stream()
                .map(loop -> TaskDump.of(loop, TaskDump.Stacks.SAMPLES).toString())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    @Override
    public synchronized void close() {
        mains.forEach(Task::cancel);
        mains.clear();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
