package echolab;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;

/// What can be chosen about an echo server. The record checks itself, so a server never meets a value out of range.
///
/// @param host what to listen on: a name or an IPv4 or IPv6 address of this machine
/// @param port 0 to 65535; 0 lets the system choose
/// @param backlog how many connections the kernel may hold for `accept`, at least 1 (Linux caps it at
///     `net.core.somaxconn`)
/// @param readBufferSize bytes of read buffer a connection, 1 to 16 MiB
/// @param grace how long `close` lets open connections finish, 0 to 1 hour
/// @param idleTimeout how long the server waits for a client, for its next bytes or for it to take some, before it ends the
///     connection, 0 to 24 hours in milliseconds; 0 for ever
/// @param maxConnections how many clients are served at the same time, 1 to 2^30, which is more than Linux has
///     descriptors for; those that come while there are as many wait in the backlog
/// @param observer told of every chunk read
public record EchoOptions(
        String host,
        int port,
        int backlog,
        int readBufferSize,
        Duration grace,
        Duration idleTimeout,
        int maxConnections,
        ChunkObserver observer) {

    private static final int LARGEST_BUFFER = 16 << 20;
    private static final int MOST_CONNECTIONS = 1 << 30;

    public EchoOptions {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(observer, "observer");
        requireRange("port", port, 0, 65_535);
        requireRange("backlog", backlog, 1, Integer.MAX_VALUE);
        requireRange("read buffer size", readBufferSize, 1, LARGEST_BUFFER);
        requireRange("connections", maxConnections, 1, MOST_CONNECTIONS);
        if (grace.isNegative() || grace.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("grace must be 0 to 1 hour, but is " + grace);
        }
        if (idleTimeout.isNegative() || idleTimeout.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException(
                    "idle timeout must be 0 to 24 hours, but is " + idleTimeout);
        }
        if (!idleTimeout.isZero() && idleTimeout.toMillis() == 0) {
            throw new IllegalArgumentException(
                    "idle timeout must be 0 or at least 1 ms, but is " + idleTimeout);
        }
    }

    /// Loopback, a free port, the sizes that the benchmarks use, and no limit to connections and their silence.
    public static EchoOptions defaults() {
        return new EchoOptions(
                "127.0.0.1",
                0,
                4096,
                2048,
                Duration.ofSeconds(2),
                Duration.ZERO,
                MOST_CONNECTIONS,
                ChunkObserver.NONE);
    }

    public EchoOptions withHost(String host) {
        return new EchoOptions(
                host, port, backlog, readBufferSize, grace, idleTimeout, maxConnections, observer);
    }

    public EchoOptions withPort(int port) {
        return new EchoOptions(
                host, port, backlog, readBufferSize, grace, idleTimeout, maxConnections, observer);
    }

    public EchoOptions withBacklog(int backlog) {
        return new EchoOptions(
                host, port, backlog, readBufferSize, grace, idleTimeout, maxConnections, observer);
    }

    public EchoOptions withReadBufferSize(int readBufferSize) {
        return new EchoOptions(
                host, port, backlog, readBufferSize, grace, idleTimeout, maxConnections, observer);
    }

    public EchoOptions withGrace(Duration grace) {
        return new EchoOptions(
                host, port, backlog, readBufferSize, grace, idleTimeout, maxConnections, observer);
    }

    public EchoOptions withIdleTimeout(Duration idleTimeout) {
        return new EchoOptions(
                host, port, backlog, readBufferSize, grace, idleTimeout, maxConnections, observer);
    }

    public EchoOptions withMaxConnections(int maxConnections) {
        return new EchoOptions(
                host, port, backlog, readBufferSize, grace, idleTimeout, maxConnections, observer);
    }

    public EchoOptions withObserver(ChunkObserver observer) {
        return new EchoOptions(
                host, port, backlog, readBufferSize, grace, idleTimeout, maxConnections, observer);
    }

    /// Host and port, looked up.
    ///
    /// @throws UnknownHostException when the host has no address
    public InetSocketAddress address() throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(host), port);
    }

    private static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be " + least + " to " + most + ", but is " + value);
        }
    }
}
