package echolab.epoll.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Which system calls make a socket? These, under the names of their man pages (section 2).
///
/// Each returns what the kernel does: a result, or a negative number that is minus `errno`. So a caller can act on
/// `-EAGAIN` without an exception, and turns the rest into a [LinuxException]. All sockets are non-blocking, and a call
/// that does not block is not interrupted by a signal (`signal(7)`), so none of these ever returns `-EINTR`.
///
/// An instance belongs to one loop: its `errno` is where the last call of that loop left it.
public final class Linux {

    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    public static final int SOL_SOCKET = 1;
    public static final int SO_REUSEADDR = 2;
    public static final int SO_ERROR = 4;
    public static final int SO_REUSEPORT = 15;
    public static final int IPPROTO_TCP = 6;
    public static final int TCP_NODELAY = 1;
    public static final int SHUT_WR = 1;

    private static final int SOCK_STREAM = 1;
    private static final int SOCK_NONBLOCK = 0x800;
    private static final int SOCK_CLOEXEC = 0x80000;

    /// Without it, writing to a connection that the peer has closed would kill the whole process by SIGPIPE.
    private static final int MSG_NOSIGNAL = 0x4000;

    private static final MethodHandle SOCKET =
            LibC.function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND =
            LibC.function("bind", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle LISTEN =
            LibC.function("listen", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle ACCEPT4 =
            LibC.function("accept4", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CONNECT =
            LibC.function("connect", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle GETSOCKNAME =
            LibC.function("getsockname", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle GETPEERNAME =
            LibC.function("getpeername", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle SETSOCKOPT =
            LibC.function(
                    "setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle GETSOCKOPT =
            LibC.function(
                    "getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle RECV =
            LibC.function("recv", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SEND =
            LibC.function("send", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SHUTDOWN =
            LibC.function("shutdown", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle CLOSE = LibC.function("close", JAVA_INT, JAVA_INT);

    private final MemorySegment errno = LibC.newErrno();

    /// Fails with a sentence where there is no epoll.
    public static void requireSupported() throws IOException {
        if (!LibC.isSupported()) {
            throw new IOException(
                    "step 05 calls Linux's epoll and this is %s on %s: run it on Linux (x86-64 or aarch64), or take step 04, which runs everywhere"
                            .formatted(
                                    System.getProperty("os.name"), System.getProperty("os.arch")));
        }
    }

    /// A TCP socket, non-blocking, closed on `exec`.
    public int socket(int family) {
        try {
            var type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
            return result((int) SOCKET.invokeExact(errno, family, type, 0));
        } catch (Throwable e) {
            throw LibC.broken("socket", e);
        }
    }

    public int bind(int fd, long address, int length) {
        try {
            return result((int) BIND.invokeExact(errno, fd, address, length));
        } catch (Throwable e) {
            throw LibC.broken("bind", e);
        }
    }

    public int listen(int fd, int backlog) {
        try {
            return result((int) LISTEN.invokeExact(errno, fd, backlog));
        } catch (Throwable e) {
            throw LibC.broken("listen", e);
        }
    }

    /// Takes the next connection, non-blocking from birth. Who it is from can be asked later, if anyone wants to know.
    public int accept4(int fd) {
        try {
            var flags = SOCK_NONBLOCK | SOCK_CLOEXEC;
            return result((int) ACCEPT4.invokeExact(errno, fd, 0L, 0L, flags));
        } catch (Throwable e) {
            throw LibC.broken("accept4", e);
        }
    }

    public int connect(int fd, long address, int length) {
        try {
            return result((int) CONNECT.invokeExact(errno, fd, address, length));
        } catch (Throwable e) {
            throw LibC.broken("connect", e);
        }
    }

    public int getsockname(int fd, long address, long length) {
        try {
            return result((int) GETSOCKNAME.invokeExact(errno, fd, address, length));
        } catch (Throwable e) {
            throw LibC.broken("getsockname", e);
        }
    }

    public int getpeername(int fd, long address, long length) {
        try {
            return result((int) GETPEERNAME.invokeExact(errno, fd, address, length));
        } catch (Throwable e) {
            throw LibC.broken("getpeername", e);
        }
    }

    public int setsockopt(int fd, int level, int name, long value, int length) {
        try {
            return result((int) SETSOCKOPT.invokeExact(errno, fd, level, name, value, length));
        } catch (Throwable e) {
            throw LibC.broken("setsockopt", e);
        }
    }

    public int getsockopt(int fd, int level, int name, long value, long length) {
        try {
            return result((int) GETSOCKOPT.invokeExact(errno, fd, level, name, value, length));
        } catch (Throwable e) {
            throw LibC.broken("getsockopt", e);
        }
    }

    /// Up to `length` bytes that have arrived; 0 when the peer has ended its side.
    public int recv(int fd, long buffer, int length) {
        try {
            return result((int) (long) RECV.invokeExact(errno, fd, buffer, (long) length, 0));
        } catch (Throwable e) {
            throw LibC.broken("recv", e);
        }
    }

    /// As many of the bytes as fit into the socket's buffer.
    public int send(int fd, long buffer, int length) {
        try {
            return result(
                    (int) (long) SEND.invokeExact(errno, fd, buffer, (long) length, MSG_NOSIGNAL));
        } catch (Throwable e) {
            throw LibC.broken("send", e);
        }
    }

    public int shutdown(int fd, int how) {
        try {
            return result((int) SHUTDOWN.invokeExact(errno, fd, how));
        } catch (Throwable e) {
            throw LibC.broken("shutdown", e);
        }
    }

    /// Never called twice for one descriptor, whatever it returns: Linux frees the number first.
    public int close(int fd) {
        try {
            return result((int) CLOSE.invokeExact(errno, fd));
        } catch (Throwable e) {
            throw LibC.broken("close", e);
        }
    }

    private int result(int returned) {
        return returned >= 0 ? returned : -LibC.errno(errno);
    }
}
