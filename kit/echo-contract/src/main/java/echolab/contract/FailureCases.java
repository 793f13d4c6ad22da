package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.ChunkObserver;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.ListenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Does a failure stay where it happened, and does it say what happened?
interface FailureCases extends Cases {

    @Test
    @Order(1)
    default void a_port_in_use_is_an_error_that_names_host_and_port() throws IOException {
        try (var first = servers().step().start(EchoOptions.defaults())) {
            var port = first.address().getPort();
            var taken = EchoOptions.defaults().withPort(port);
            assertThatThrownBy(() -> servers().step().start(taken).close())
                    .isInstanceOf(ListenException.class)
                    .hasMessageContainingAll(
                            "127.0.0.1", String.valueOf(port), "another program has that port");
        }
    }

    /// Linux lets two servers of one user share a port when both ask for it, and then deals the clients out among them.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SO_REUSEPORT")
    @Order(3)
    default void a_port_that_another_server_would_share_is_an_error_too() throws IOException {
        var step = servers().step();
        try (var other = ServerSocketChannel.open()) {
            other.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var port = ((InetSocketAddress) other.getLocalAddress()).getPort();
            var taken = EchoOptions.defaults().withPort(port);
            assertThat(catchThrowable(() -> step.start(taken).close()))
                    .as("what starting on port %s says, which another server has", port)
                    .isInstanceOf(ListenException.class)
                    .hasMessageContaining("another program has that port");
        }
    }

    /// To start anyway is as good as to refuse. To do neither leaves a port that nobody can close.
    @Test
    @Order(4)
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
            try (var client = servers().connect(address)) {
                client.echo(1);
                client.finish();
            }
            Closing.of(started.get()).await(servers().patience());
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
    @Test
    @Order(2)
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
        try (var server = servers().step().start(options);
                var neighbour = servers().connect(server.address())) {
            neighbour.echo(1);
            for (var chunk : new int[] {13, 17, 13, 17}) {
                try (var unlucky = servers().connect(server.address())) {
                    unlucky.send(chunk);
                    unlucky.expectEnd();
                }
                neighbour.echo(1);
            }
            neighbour.finish();
            try (var late = servers().connect(server.address())) {
                late.echo(1);
                late.finish();
            }
        }
    }
}
