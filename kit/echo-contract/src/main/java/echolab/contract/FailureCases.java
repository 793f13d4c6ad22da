package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import echolab.ChunkObserver;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.ListenException;
import echolab.process.ServerProcess;
import echolab.process.Strace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Failures: each stays where it happened, and says what happened.
interface FailureCases extends Cases {

    @Case(1)
    default void a_port_in_use_is_an_error_that_names_host_and_port() throws IOException {
        try (var first = servers().start(EchoOptions.defaults())) {
            assertTaken(first.address());
        }
    }

    /// Linux lets two servers of one user share a port when both ask for it, and then deals the clients out among them.
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SO_REUSEPORT")
    @Case(3)
    default void a_port_that_another_server_would_share_is_an_error_too() throws IOException {
        try (var other = ServerSocketChannel.open()) {
            other.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertTaken((InetSocketAddress) other.getLocalAddress());
        }
    }

    private void assertTaken(InetSocketAddress address) {
        var port = String.valueOf(address.getPort());
        var taken = EchoOptions.defaults().withPort(address.getPort());
        var step = servers().step();
        assertThat(catchThrowable(() -> step.start(taken).close()))
                .as("what starting on port %s says, which another server has", port)
                .isInstanceOf(ListenException.class)
                .hasMessageContainingAll("127.0.0.1", port, "another program has that port");
    }

    /// To start anyway is as good as to refuse. To do neither leaves a port that nobody can close.
    @Case(4)
    default void start_on_an_interrupted_thread_leaves_nothing_that_listens() throws IOException {
        var threads = ServerThreads.before(servers());
        var step = servers().step();
        var address = freeAddress();
        Optional<EchoServer> started;
        Thread.currentThread().interrupt();
        try {
            started = Optional.of(step.start(EchoOptions.defaults().withPort(address.getPort())));
        } catch (ListenException _) {
            started = Optional.empty();
        } finally {
            Thread.interrupted();
        }
        if (started.isPresent()) {
            servers().serveOne(address);
            servers().close(started.get(), Duration.ZERO);
        }
        CloseCases.assertRefuses(address);
        threads.assertNoneLeft();
    }

    private static InetSocketAddress freeAddress() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }

    /// A chunk of 13 bytes is unlucky, and one of 17 even more. The others send one byte at a time, so that no chunk of theirs can be one.
    @Case(2)
    default void a_handler_that_throws_ends_its_connection_and_no_other() throws IOException {
        ChunkObserver observer =
                bytes -> {
                    if (bytes == 13) {
                        throw new IllegalStateException("thrown by the test's observer");
                    }
                    if (bytes == 17) {
                        throw new LinkageError("an error, thrown by the test's observer");
                    }
                };
        var options = EchoOptions.defaults().withObserver(observer);
        try (var server = servers().start(options);
                var neighbour = servers().connect(server)) {
            neighbour.echo(1);
            for (var chunk : new int[] {13, 17, 13, 17}) {
                try (var unlucky = servers().connect(server)) {
                    unlucky.send(chunk);
                    unlucky.expectEnd();
                }
                neighbour.echo(1);
            }
            neighbour.finish();
            servers().serveOne(server.address());
        }
    }

    /// As [accept(2)](https://man7.org/linux/man-pages/man2/accept.2.html) lists them: a client that is lost, which the network or a
    /// firewall tells, and a system that has no room for more.
    List<String> ERRORS =
            List.of(
                    """
                    EPERM EPROTO ECONNABORTED ENETDOWN ENOPROTOOPT EHOSTDOWN ENONET EHOSTUNREACH EOPNOTSUPP
                    ENETUNREACH EMFILE ENFILE ENOBUFS ENOMEM\
                    """
                            .split("\\s+"));

    Duration STRACE_LIMIT = Duration.ofMinutes(1);

    /// `strace` lets three calls of each thread fail. The client that waits meanwhile may be served late, or lost; it may not be left
    /// to wait, and nobody else may be the worse for it.
    @Tag("stress")
    @Case(5)
    default void accept_that_fails_for_a_while_keeps_nobody_out_for_good() throws IOException {
        try (var child = ServerProcess.start(servers().command())) {
            for (var error : ERRORS) {
                try (var unlucky = acceptFails(child, error)) {
                    servers().serveOne(child.address());
                    if (!isServed(unlucky)) {
                        unlucky.expectEnd();
                    }
                } catch (Strace.UnavailableException e) {
                    abort("not applicable: " + e.getMessage());
                } catch (AssertionError | IOException e) {
                    throw new AssertionError(
                            "accept failed with %s for a while, and then: %s; the server printed %s"
                                    .formatted(error, e.getMessage(), child.tail()),
                            e);
                }
            }
            Rest.expect(
                    child,
                    "after accept had failed for a while",
                    () -> {
                        LockSupport.parkNanos(Rest.MOMENT.toNanos());
                        return true;
                    });
        }
    }

    /// On a busy machine, a server may not have come to its `accept` while we looked: only one that serves without it does not ask.
    private EchoClient acceptFails(ServerProcess child, String error) throws IOException {
        for (var attempt = 0; attempt < 10; attempt++) {
            try (var strace =
                    Strace.inject(child.pid(), STRACE_LIMIT, "accept,accept4", error, 3)) {
                var unlucky = EchoClient.connect(child.address(), Duration.ofSeconds(1));
                unlucky.send(106);
                var served = isServed(unlucky);
                if (strace.injected() > 0) {
                    return unlucky;
                }
                unlucky.close();
                assumeFalse(
                        served, "not applicable: it does not ask the kernel by accept or accept4");
            }
        }
        throw new AssertionError("ten clients waited for a second each, and accept was not called");
    }

    private static boolean isServed(EchoClient client) {
        return catchThrowable(client::receiveAll) == null;
    }
}
