package echolab.epoll.linux;

import static echolab.epoll.linux.Errno.EACCES;
import static echolab.epoll.linux.Errno.EADDRINUSE;
import static echolab.epoll.linux.Errno.EADDRNOTAVAIL;
import static echolab.epoll.linux.Errno.ECONNREFUSED;
import static echolab.epoll.linux.Errno.EHOSTUNREACH;
import static echolab.epoll.linux.Errno.ENETUNREACH;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;

/// What did the kernel refuse? The call, its argument, the system's own words and its number.
public final class LinuxException extends IOException {

    private static final long serialVersionUID = 1L;

    private LinuxException(String message) {
        super(message);
    }

    /// The exception for a result of [Linux]. Where the JDK has a type of its own for the error, it is that type, so
    /// that code written for Java's sockets knows it.
    ///
    /// @param call the man page, for example `recv`
    /// @param argument what it was called on, for example `fd 17`
    /// @param result what it returned: minus `errno`
    public static IOException of(String call, Object argument, int result) {
        var errno = -result;
        var message =
                "%s(%s): %s (errno %s)".formatted(call, argument, Errno.strerror(errno), errno);
        return switch (errno) {
            case EADDRINUSE, EADDRNOTAVAIL, EACCES -> new BindException(message);
            case ECONNREFUSED -> new ConnectException(message);
            case ENETUNREACH, EHOSTUNREACH -> new NoRouteToHostException(message);
            default -> new LinuxException(message);
        };
    }

    /// The result, if it is one.
    public static int check(String call, Object argument, int result) throws IOException {
        if (result < 0) {
            throw of(call, argument, result);
        }
        return result;
    }
}
