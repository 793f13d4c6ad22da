package echolab.epoll;

import echolab.epoll.linux.Errno;
import echolab.epoll.linux.Linux;
import echolab.epoll.linux.LinuxException;
import echolab.epoll.linux.SocketAddresses;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/// How do connections come in? A task accepts all there are, and spawns one more for each.
public final class Listener extends Pollable implements Parent {

    /// What is done with one connection. When it returns, or throws, the connection is closed.
    @FunctionalInterface
    public interface Handler {
        void handle(Stream stream) throws Exception;
    }

    /// The body of a connection's task. A lambda would do the same with one frame more, and the frames at the base of a task
    /// are kept for as long as it waits.
    private record Conversation(Handler handler, Stream stream) implements Callable<Void> {

        @Override
        public Void call() throws Exception {
            handler.handle(stream);
            return null;
        }
    }

    private static final Logger LOGGER = System.getLogger(Listener.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final InetSocketAddress address;
    private final SequencedMap<Task<?>, Stream> connections = new LinkedHashMap<>();
    private boolean exhausted;

    /// A descriptor that is never used. It is given up for the moment in which the warning is written, because to load a
    /// class and to read the time zone takes a file, and there is no other left then.
    private int spare = -1;

    private Listener(EventLoop loop, int fd) throws IOException {
        super(loop, fd);
        this.address = loop.addresses.local(fd);
    }

    /// Listens.
    ///
    /// @param shared whether other listeners may have the same port; the kernel deals the connections out among them
    public static Listener bind(InetSocketAddress address, int backlog, boolean shared)
            throws IOException {
        var loop = EventLoop.current();
        var family = SocketAddresses.family(address);
        var fd = LinuxException.check("socket", address, loop.linux.socket(family));
        try {
            loop.addresses.enable(fd, Linux.SOL_SOCKET, Linux.SO_REUSEADDR);
            if (shared) {
                loop.addresses.enable(fd, Linux.SOL_SOCKET, Linux.SO_REUSEPORT);
            }
            // accepted sockets inherit it
            loop.addresses.enable(fd, Linux.IPPROTO_TCP, Linux.TCP_NODELAY);
            LinuxException.check("bind", address, loop.addresses.bind(fd, address));
            LinuxException.check("listen", address, loop.linux.listen(fd, backlog));
            var listener = new Listener(loop, fd);
            loop.poller.register(listener);
            listener.spare = loop.linux.socket(Linux.AF_INET);
            return listener;
        } catch (IOException e) {
            loop.linux.close(fd);
            throw e;
        }
    }

    /// The bound address, with the real port.
    public InetSocketAddress address() {
        return address;
    }

    // tag::accept[]
    /// Accepts until the task is cancelled or the listener is closed, and handles each connection in a task of its own.
    public void serveForever(Handler handler) throws IOException {
        var site = SpawnSite.here();
        while (true) {
            giveWay();
            requireOpen();
            if (!readable) {
                awaitReadable();
            }
            accept(handler, site);
        }
    }

    // end::accept[]

    /// Takes one connection, if there is one.
    private void accept(Handler handler, StackTraceElement site) throws IOException {
        var accepted = loop.linux.accept4(fd);
        switch (-accepted) {
            case Errno.EAGAIN -> readable = false;
            case Errno.ECONNABORTED -> {} // the peer gave up while it waited in the backlog
            case Errno.EMFILE, Errno.ENFILE, Errno.ENOBUFS, Errno.ENOMEM -> pause(accepted);
            default -> {
                LinuxException.check("accept4", this, accepted);
                exhausted = false;
                handle(new Stream(loop, accepted), handler, site);
            }
        }
    }

    /// There are more connections than descriptors. Those that wait are safe in the backlog; to try again at once would use
    /// all of the CPU for nothing.
    private void pause(int result) {
        if (!exhausted) {
            exhausted = true;
            giveUpSpare();
            LOGGER.log(
                    Level.WARNING,
                    "{0}; accepting is paused until a connection ends: raise the limit with ulimit -n",
                    LinuxException.of("accept4", this, result).getMessage());
            spare = loop.linux.socket(Linux.AF_INET);
        }
        Task.sleep(PAUSE);
    }

    @Override
    void closed() {
        giveUpSpare();
    }

    private void giveUpSpare() {
        var given = spare;
        spare = -1;
        loop.linux.close(given);
    }

    private void handle(Stream stream, Handler handler, StackTraceElement site) {
        try {
            loop.poller.register(stream);
        } catch (IOException e) {
            stream.close();
            LOGGER.log(Level.WARNING, "a connection was dropped: {0}", e.getMessage());
            return;
        }
        LoopEvents.Accept.of(stream);
        var task = new Task<>(loop, this, stream, site, new Conversation(handler, stream));
        connections.put(task, stream);
        task.start();
    }

    /// A task of ours has ended, which may have been cancelled before it began.
    void ended(Task<?> task, Outcome<?> end) {
        var stream = connections.remove(task);
        stream.close();
        switch (end) {
            case Outcome.Failed<?>(IOException e) ->
                    LOGGER.log(Level.DEBUG, "a connection ended: {0}", e.getMessage());
            case Outcome.Failed<?>(var e) ->
                    LOGGER.log(Level.WARNING, "the handler of " + stream + " failed", e);
            case Outcome.Succeeded<?> _, Outcome.Cancelled<?> _ -> {}
        }
    }

    /// Stops accepting, lets the open connections finish, and cancels those that have not after `grace`. Returns when none
    /// is left.
    public void close(Duration grace) throws Exception {
        closeDescriptor();
        try {
            Task.timeout(grace, this::awaitConnections);
        } catch (TimeoutException _) {
            connections.keySet().forEach(Task::cancel);
            awaitConnections();
        }
    }

    private Void awaitConnections() {
        while (!connections.isEmpty()) {
            connections.firstEntry().getKey().join();
        }
        return null;
    }
}
