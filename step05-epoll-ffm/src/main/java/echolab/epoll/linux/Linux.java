package echolab.epoll.linux;

import java.lang.foreign.MemorySegment;

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

    /// Without it, writing to a connection that the peer has closed raises SIGPIPE, which ends a process that has not asked otherwise. (The JVM has.)
    private static final int MSG_NOSIGNAL = 0x4000;

    private static final SystemCall SOCKET = SystemCall.of("socket", 3);
    private static final SystemCall BIND = SystemCall.of("bind", 3);
    private static final SystemCall LISTEN = SystemCall.of("listen", 2);
    private static final SystemCall ACCEPT4 = SystemCall.of("accept4", 4);
    private static final SystemCall CONNECT = SystemCall.of("connect", 3);
    private static final SystemCall GETSOCKNAME = SystemCall.of("getsockname", 3);
    private static final SystemCall GETPEERNAME = SystemCall.of("getpeername", 3);
    private static final SystemCall SETSOCKOPT = SystemCall.of("setsockopt", 5);
    private static final SystemCall GETSOCKOPT = SystemCall.of("getsockopt", 5);
    private static final SystemCall RECV = SystemCall.withBuffer("recv");
    private static final SystemCall SEND = SystemCall.withBuffer("send");
    private static final SystemCall SHUTDOWN = SystemCall.of("shutdown", 2);
    private static final SystemCall CLOSE = SystemCall.of("close", 1);

    private final MemorySegment errno = SystemCall.newErrno();

    /// A TCP socket, non-blocking, closed on `exec`.
    public int socket(int family) {
        return SOCKET.call(errno, family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    }

    public int bind(int fd, long address, int length) {
        return BIND.call(errno, fd, address, length);
    }

    public int listen(int fd, int backlog) {
        return LISTEN.call(errno, fd, backlog);
    }

    /// Takes the next connection, non-blocking from birth. Who it is from can be asked later, if anyone wants to know.
    public int accept4(int fd) {
        return ACCEPT4.call(errno, fd, 0, 0, SOCK_NONBLOCK | SOCK_CLOEXEC);
    }

    public int connect(int fd, long address, int length) {
        return CONNECT.call(errno, fd, address, length);
    }

    public int getsockname(int fd, long address, long length) {
        return GETSOCKNAME.call(errno, fd, address, length);
    }

    public int getpeername(int fd, long address, long length) {
        return GETPEERNAME.call(errno, fd, address, length);
    }

    public int setsockopt(int fd, int level, int name, long value, int length) {
        return SETSOCKOPT.call(errno, fd, level, name, value, length);
    }

    public int getsockopt(int fd, int level, int name, long value, long length) {
        return GETSOCKOPT.call(errno, fd, level, name, value, length);
    }

    /// Up to `length` bytes that have arrived; 0 when the peer has ended its side.
    public int recv(int fd, MemorySegment buffer, int length) {
        return RECV.call(errno, fd, buffer, length, 0);
    }

    /// As many of the bytes as fit into the socket's buffer.
    public int send(int fd, MemorySegment buffer, int length) {
        return SEND.call(errno, fd, buffer, length, MSG_NOSIGNAL);
    }

    public int shutdown(int fd, int how) {
        return SHUTDOWN.call(errno, fd, how);
    }

    /// Never called twice for one descriptor, whatever it returns: Linux frees the number first.
    public int close(int fd) {
        return CLOSE.call(errno, fd);
    }
}
