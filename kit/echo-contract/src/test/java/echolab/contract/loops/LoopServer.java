package echolab.contract.loops;

import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/// The loop of a [LoopStep]: it asks the step what to do, and does what every loop has to.
final class LoopServer implements EchoServer {

    private static final long TICK_MILLIS = 100;

    private final LoopStep step;
    private final EchoOptions options;
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final InetSocketAddress address;
    private final Thread thread;
    private volatile boolean closing;

    LoopServer(LoopStep step, EchoOptions options, Selector selector, ServerSocketChannel listener)
            throws IOException {
        this.step = step;
        this.options = options;
        this.selector = selector;
        this.listener = listener;
        this.address = (InetSocketAddress) listener.getLocalAddress();
        this.thread = Thread.ofPlatform().name("loop").start(this::run);
    }

    private void run() {
        try (selector;
                listener) {
            serve();
        } catch (IOException | RuntimeException | Error _) {
            // what gets here ends the whole server: some of the broken ones let it
        }
    }

    private void serve() throws IOException {
        try {
            while (!closing) {
                select();
            }
            letConnectionsFinish();
        } catch (IOException | RuntimeException | Error e) {
            connections().forEach(LoopServer::drop);
            throw e;
        }
    }

    private void letConnectionsFinish() throws IOException {
        listener.close();
        var deadline = System.nanoTime() + options.grace().toNanos();
        while (!connections().isEmpty() && System.nanoTime() < deadline) {
            select();
        }
        while (!cutAll()) {
            select();
        }
    }

    private void select() throws IOException {
        step.select(selector, TICK_MILLIS);
        for (var key : selector.selectedKeys()) {
            if (key.isValid()) {
                handle(key);
            }
        }
        selector.selectedKeys().clear();
        var accept = listener.keyFor(selector);
        if (accept != null && accept.isValid() && accept.interestOps() == 0) {
            accept.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    private void handle(SelectionKey key) throws IOException {
        if (key.channel() == listener) {
            accept(key);
            return;
        }
        try {
            step.echo(key, options);
        } catch (IOException | RuntimeException | Error e) {
            step.failed((SocketChannel) key.channel(), e);
        }
    }

    private void accept(SelectionKey key) {
        try {
            var channel = listener.accept();
            if (channel != null) {
                channel.configureBlocking(false);
                register(channel);
            }
        } catch (IOException _) {
            step.acceptFailed(key);
        }
    }

    private void register(SocketChannel channel) throws IOException {
        try {
            var buffer = ByteBuffer.allocateDirect(options.readBufferSize());
            channel.register(selector, SelectionKey.OP_READ, buffer);
        } catch (OutOfMemoryError e) {
            step.noMemory(channel, e);
        }
    }

    private boolean cutAll() throws IOException {
        var done = true;
        for (var channel : connections()) {
            done &= step.cut(channel);
        }
        return done;
    }

    private List<SocketChannel> connections() {
        return selector.keys().stream()
                .filter(SelectionKey::isValid)
                .map(SelectionKey::channel)
                .filter(SocketChannel.class::isInstance)
                .map(SocketChannel.class::cast)
                .toList();
    }

    private static void drop(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        step.awaitEnd(thread);
    }
}
