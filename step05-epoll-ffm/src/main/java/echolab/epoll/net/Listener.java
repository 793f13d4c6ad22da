package echolab.epoll.net;

import echolab.epoll.linux.Errno;
import echolab.epoll.linux.Linux;
import echolab.epoll.linux.LinuxException;
import echolab.epoll.linux.SocketAddresses;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.task.Awaited;
import echolab.epoll.task.Outcome;
import echolab.epoll.task.Parent;
import echolab.epoll.task.Suspension;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// How do connections come in? A task accepts all there are, and spawns one more for each.
public final class Listener extends Pollable implements Parent {

    /// What is done with one connection. When it returns, or throws, the connection is closed.
    @FunctionalInterface
    public interface Handler {
        void handle(Stream stream) throws Exception;
    }

    /// A client, and what is done with it: the body of its task, and its name. A lambda would do the same with one frame more, and the
    /// frames at the base of a task are kept for as long as it waits.
    private record Connection(Handler handler, Stream stream) implements Callable<Void> {

        @Override
        public Void call() throws Exception {
            handler.handle(stream);
            return null;
        }

        @Override
        public String toString() {
            return "connection on " + stream;
        }
    }

    private static final System.Logger LOG = System.getLogger(Listener.class.getName());
    private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

    /// So many clients in a row may be lost before they are taken for a state of the machine.
    private static final int MANY_LOST = 16;

    private final InetSocketAddress address;
    private final SequencedMap<Task<?>, Stream> connections = new LinkedHashMap<>();

    private int most = Integer.MAX_VALUE;

    /// Who accepts, while there are as many connections as there may be.
    private Thread waitsForRoom;

    /// How often `accept` has failed since it last gave a connection.
    private int failures;

    /// A descriptor that is never used. It is given up while the warning is written and while accepting is paused, because to load a
    /// class and to read the time zone takes a file, and there is no other left then.
    int spare = -1;

    private Listener(EventLoop loop, int fd) throws IOException {
        super(loop, fd);
        this.address = loop.addresses.local(fd);
    }

    /// Listens.
    ///
    /// @param shared whether [#join] may add listeners of other loops
    /// @throws java.net.BindException when somebody else has the port
    public static Listener bind(InetSocketAddress address, int backlog, boolean shared)
            throws IOException {
        return open(address, backlog, false, shared);
    }

    /// Listens on the same port as the first listener of this program, which is shared; the kernel deals the connections out among them.
    public static Listener join(InetSocketAddress first, int backlog) throws IOException {
        return open(first, backlog, true, true);
    }

    /// A socket that lets others have its port from the start would let in, without an error, any server of the same user that does so, too. So the
    /// first one binds the port for itself alone, and allows others after that.
    private static Listener open(
            InetSocketAddress address, int backlog, boolean joins, boolean shared)
            throws IOException {
        var loop = Task.current().loop();
        var family = SocketAddresses.family(address);
        var fd = LinuxException.check("socket", address, loop.linux.socket(family));
        try {
            loop.addresses.enable(fd, Linux.SOL_SOCKET, Linux.SO_REUSEADDR);
            if (joins) {
                loop.addresses.enable(fd, Linux.SOL_SOCKET, Linux.SO_REUSEPORT);
            }
            // accepted sockets inherit it
            loop.addresses.enable(fd, Linux.IPPROTO_TCP, Linux.TCP_NODELAY);
            LinuxException.check("bind", address, loop.addresses.bind(fd, address));
            if (shared) {
                loop.addresses.enable(fd, Linux.SOL_SOCKET, Linux.SO_REUSEPORT);
            }
            LinuxException.check("listen", address, loop.linux.listen(fd, backlog));
            var listener = new Listener(loop, fd);
            loop.register(listener);
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

    /// @param most connections at the same time, at least 1; while there are so many, others wait in the backlog
    public void limitConnections(int most) {
        this.most = most;
    }

    // tag::accept[]
    /// Accepts until the task is cancelled or the listener is closed, and handles each connection in a task of its own.
    public void serveForever(Handler handler) throws IOException {
        while (true) {
            giveWay();
            requireOpen();
            if (!readable) {
                awaitReadable();
            }
            accept(handler);
        }
    }

    // end::accept[]

    /// Takes one connection, if there is one.
    private void accept(Handler handler) throws IOException {
        awaitRoom();
        var accepted = loop.linux.accept4(fd);
        if (accepted == -Errno.EAGAIN) {
            readable = false;
        } else if (accepted < 0) {
            failed(accepted);
        } else {
            failures = 0;
            handle(new Stream(loop, accepted), handler);
        }
    }

    private void awaitRoom() throws IOException {
        if (connections.size() < most) {
            return;
        }
        waitsForRoom = Thread.currentThread();
        try {
            while (connections.size() >= most) {
                Suspension.park(this);
                requireOpen();
            }
        } finally {
            waitsForRoom = null;
        }
    }

    /// A failed `accept` tells of one client that is lost, or of a machine that has no room for more: `accept(2)` lists both. Neither is the
    /// end of a server. Without room the clients are safe in the backlog, and to try again at once would use all of the CPU for nothing.
    private void failed(int result) throws IOException {
        switch (-result) {
            case Errno.ECONNABORTED,
                    Errno.EPERM,
                    Errno.EPROTO,
                    Errno.ENETDOWN,
                    Errno.ENOPROTOOPT,
                    Errno.EHOSTDOWN,
                    Errno.ENONET,
                    Errno.EHOSTUNREACH,
                    Errno.EOPNOTSUPP,
                    Errno.ENETUNREACH,
                    Errno.ETIMEDOUT -> {
                sayOnce(result, "a client is lost, and accepting goes on");
                if (failures > MANY_LOST) {
                    Task.sleep(ACCEPT_PAUSE);
                }
            }
            case Errno.EMFILE, Errno.ENFILE, Errno.ENOBUFS, Errno.ENOMEM -> pauseAfter(result);
            default -> throw LinuxException.of("accept4", this, result);
        }
    }

    private void pauseAfter(int result) {
        giveUpSpare();
        sayOnce(
                result,
                "accepting is paused until a connection ends: raise the limit with ulimit -n");
        Task.sleep(ACCEPT_PAUSE);
        spare = loop.linux.socket(Linux.AF_INET);
    }

    private void sayOnce(int result, String consequence) {
        if (failures++ == 0) {
            LOG.log(
                    Level.WARNING,
                    "{0}; {1}",
                    LinuxException.of("accept4", this, result).getMessage(),
                    consequence);
        }
    }

    @Override
    void closed() {
        giveUpSpare();
        LockSupport.unpark(waitsForRoom);
    }

    private void giveUpSpare() {
        if (spare >= 0) {
            loop.linux.close(spare);
            spare = -1;
        }
    }

    /// One client's bad luck, even when there is no memory for it, is not that of the others.
    private void handle(Stream stream, Handler handler) {
        try {
            loop.register(stream);
            AcceptEvent.of(stream);
            var connection = new Connection(handler, stream);
            connections.put(Task.spawn(this, connection, connection), stream);
        } catch (IOException | OutOfMemoryError e) {
            stream.close();
            LOG.log(Level.WARNING, "a connection was dropped: {0}", e.getMessage());
        }
    }

    /// A task of ours has ended, which may have been cancelled before it began.
    @Override
    public void ended(Task<?> task, Outcome<?> end) {
        var stream = connections.remove(task);
        LockSupport.unpark(waitsForRoom); // does nothing to nobody
        switch (end) {
            case Outcome.Failed<?>(IOException e, _) ->
                    LOG.log(
                            Level.DEBUG,
                            "the connection from {0} broke: {1}",
                            client(stream),
                            e.getMessage());
            case Outcome.Failed<?>(var e, _) ->
                    LOG.log(
                            Level.WARNING,
                            "the handler of " + client(stream) + " failed; its connection ends",
                            e);
            case Outcome.Succeeded<?> _, Outcome.Cancelled<?> _ -> {}
        }
        stream.close();
    }

    private static String client(Stream stream) {
        var peer = stream.peerAfter("");
        return peer.isEmpty() ? stream.toString() : peer;
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

    @Override
    public Awaited awaitedBy(Task<?> task) {
        return new Awaited(
                "awaits fd accept", "awaits " + this + " accept on " + Addresses.text(address));
    }
}
