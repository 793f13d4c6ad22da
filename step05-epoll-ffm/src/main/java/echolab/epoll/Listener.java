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
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// How do connections come in? A task accepts all there are, and spawns one more for each.
public final class Listener extends Pollable {

    /// What is done with one connection. When it returns, or throws, the connection is closed.
    @FunctionalInterface
    public interface Handler {
        void handle(Stream stream) throws Exception;
    }

    private static final Logger LOGGER = System.getLogger(Listener.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final InetSocketAddress address;
    private final Set<Task<?>> connections = new LinkedHashSet<>();
    private boolean exhausted;

    /// A descriptor that is never used. It is given up for the moment in which the warning is written, because to load a
    /// class and to read the time zone takes a file, and there is no other left then.
    private int spare;

    private Listener(EventLoop loop, int fd) throws IOException {
        super(loop, fd);
        this.address = loop.addresses.local(fd);
        this.spare = loop.linux.socket(Linux.AF_INET);
    }

    /// Listens.
    ///
    /// @param shared whether other listeners may have the same port; the kernel deals the connections out among them
    public static Listener bind(InetSocketAddress address, int backlog, boolean shared)
            throws IOException {
        var loop = Task.current().loop();
        var fd = checked("socket", address, loop.linux.socket(SocketAddresses.family(address)));
        try {
            var addresses = loop.addresses;
            addresses.enable(fd, Linux.SOL_SOCKET, Linux.SO_REUSEADDR);
            if (shared) {
                checked(
                        "setsockopt SO_REUSEPORT",
                        address,
                        addresses.enable(fd, Linux.SOL_SOCKET, Linux.SO_REUSEPORT));
            }
            // accepted sockets inherit it
            addresses.enable(fd, Linux.IPPROTO_TCP, Linux.TCP_NODELAY);
            checked("bind", address, addresses.bind(fd, address));
            checked("listen", address, loop.linux.listen(fd, backlog));
            var listener = new Listener(loop, fd);
            loop.poller.register(listener);
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

    /// Accepts until the task is cancelled or the listener is closed, and handles each connection in a task of its own.
    public void serveForever(Handler handler) throws IOException {
        var site = SpawnSite.here();
        while (true) {
            requireOpen();
            if (!readable) {
                awaitReadable();
            }
            accept(handler, site);
            if (--loop.operationsLeft < 0) {
                Task.yield();
            }
        }
    }

    private void accept(Handler handler, StackTraceElement site) throws IOException {
        var accepted = loop.linux.accept4(fd);
        switch (-accepted) {
            case Errno.EAGAIN -> readable = false;
            case Errno.ECONNABORTED -> {} // the peer gave up while it waited in the backlog
            case Errno.EMFILE, Errno.ENFILE, Errno.ENOBUFS, Errno.ENOMEM -> pause(accepted);
            default -> {
                if (accepted < 0) {
                    throw failure("accept4", accepted);
                }
                exhausted = false;
                spawn(new Stream(loop, accepted), handler, site);
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
                    failure("accept4", result).getMessage());
            spare = loop.linux.socket(Linux.AF_INET);
        }
        Task.sleep(PAUSE);
    }

    @Override
    void closed() {
        giveUpSpare();
    }

    private void giveUpSpare() {
        if (spare >= 0) {
            loop.linux.close(spare);
            spare = -1;
        }
    }

    private void spawn(Stream stream, Handler handler, StackTraceElement site) {
        try {
            loop.poller.register(stream);
        } catch (IOException e) {
            stream.close();
            LOGGER.log(Level.WARNING, "a connection was dropped: {0}", e.getMessage());
            return;
        }
        LoopEvents.Accept.of(stream);
        var task = Task.start(loop, null, stream, site, () -> handle(stream, handler));
        connections.add(task);
    }

    private Void handle(Stream stream, Handler handler) {
        try (stream) {
            handler.handle(stream);
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "a connection ended: {0}", e.getMessage());
        } catch (CancellationException e) {
            throw e;
        } catch (Exception e) {
            LOGGER.log(Level.WARNING, "the handler of " + stream + " failed", e);
        } finally {
            connections.remove(Task.current());
        }
        return null;
    }

    /// Stops accepting, lets the open connections finish, and cancels those that have not after `grace`. Returns when none
    /// is left.
    public void close(Duration grace) throws Exception {
        closeDescriptor();
        try {
            Task.timeout(grace, this::awaitConnections);
        } catch (TimeoutException _) {
            connections.forEach(Task::cancel);
            awaitConnections();
        }
    }

    private Void awaitConnections() throws Exception {
        while (!connections.isEmpty()) {
            var next = connections.iterator().next();
            try {
                next.await();
            } catch (CancellationException e) {
                if (!next.isDone()) {
                    throw e; // we were cancelled, not the connection
                }
            }
            connections.remove(next);
        }
        return null;
    }

    private static int checked(String call, InetSocketAddress address, int result)
            throws IOException {
        if (result < 0) {
            throw LinuxException.of(call, address, result);
        }
        return result;
    }
}
