package echolab.epoll.net;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import echolab.EchoOptions;
import echolab.epoll.EpollStep;
import echolab.epoll.LoopTest;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// How does a connection come about, and what is said when it does not?
@LoopTest
class ConnectTest {

    @Test
    void connecting_to_a_port_that_nobody_has_is_refused_and_names_the_peer() {
        assertThatThrownBy(() -> Task.run(() -> Stream.connect("127.0.0.1", 1, Loopback.LIMIT)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("Connection refused");
    }

    @Test
    void connecting_to_a_peer_that_does_not_answer_times_out_and_names_the_peer() throws Exception {
        try (var silent = new FullBacklog()) {
            assertThatThrownBy(() ->
                            Task.run(() -> Stream.connect("127.0.0.1", silent.port(), ms(200))))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("127.0.0.1:" + silent.port())
                    .hasMessageContaining("200 ms");
        }
    }

    /// The connection is made by a task of its own. When it is there already, but whoever wanted it is cancelled before
    /// getting it, nobody would ever close it.
    @Test
    void a_connection_that_comes_too_late_for_a_cancelled_task_is_closed() throws Exception {
        Task.run(() -> {
            try (var server = Loopback.backlog(1)) {
                var before = Loopback.openSockets();
                var connecting = Task.spawn("connecting", () -> connectTo(server));
                while (before.containsAll(Loopback.openSockets())) {
                    Task.yield();
                }
                assertThat(connecting.isDone()).isFalse();
                connecting.cancel();
                assertThatThrownBy(connecting::await).isInstanceOf(CancellationException.class);
                assertThat(Loopback.openSockets()).as("open sockets").isSubsetOf(before);
            }
            return null;
        });
    }

    private static Stream connectTo(ServerSocket server) throws Exception {
        return Stream.connect("127.0.0.1", server.getLocalPort(), Loopback.LIMIT);
    }

    /// A label of a name has at most 63 characters, so nobody has to be asked for this one.
    @Test
    void a_name_that_nobody_has_is_refused_and_named() {
        var name = "x".repeat(64) + ".invalid";
        assertThatThrownBy(() -> Task.run(() -> Stream.connect(name, 1, Loopback.LIMIT)))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining(name);
    }

    @Test
    void the_two_ends_of_a_connection_by_ipv_6_know_each_other() throws Exception {
        assumeIpv6();
        Task.run(() -> {
            var listener = Listener.bind(new InetSocketAddress("::1", 0), 16, false);
            var seen = new ArrayList<InetSocketAddress>();
            Loopback.serve(
                    listener,
                    stream -> {
                        seen.add(stream.peer());
                        Loopback.echo(stream);
                    });
            try (var stream = Stream.connect("::1", listener.address().getPort(), Loopback.LIMIT)) {
                stream.write(Loopback.bytes(42));
                var read = Loopback.bytes(0);
                stream.readExactly(read);
                assertThat(read.get(0)).isEqualTo((byte) 42);
                assertThat(stream.peer()).isEqualTo(listener.address());
                assertThat(seen).containsExactly(stream.local());
            }
            return null;
        });
    }

    @Test
    void the_server_serves_by_ipv_6() throws Exception {
        assumeIpv6();
        try (var server = new EpollStep().listen(EchoOptions.defaults().withHost("::1"));
                var client = new Socket(InetAddress.getByName("::1"), server.address().getPort())) {
            client.setSoTimeout(60_000);
            client.getOutputStream().write(42);
            assertThat(client.getInputStream().read()).isEqualTo(42);
        }
    }

    private static void assumeIpv6() {
        try {
            new ServerSocket(0, 1, InetAddress.getByName("::1")).close();
        } catch (IOException e) {
            abort("this machine has no IPv6 loopback: " + e.getMessage());
        }
    }
}
