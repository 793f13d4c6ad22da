package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.EchoOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;

/// Where a server listens: there where it is told, in both families of addresses, and nowhere else.
interface AddressCases extends Cases {

    @Case(1)
    default void on_the_IPv6_loopback_address_it_serves_there_and_nowhere_else()
            throws IOException {
        assumeIPv6();
        // the port of the other family may be another program's, but not five times in a row
        var thrown = "";
        for (var attempt = 0; attempt < 5 && !thrown.contains("cannot connect"); attempt++) {
            try (var server = servers().start(EchoOptions.defaults().withHost("::1"))) {
                var port = server.address().getPort();
                serve("::1", port);
                thrown = String.valueOf(catchThrowable(() -> serve("127.0.0.1", port)));
            }
        }
        assertThat(thrown)
                .as("a client by 127.0.0.1 of a server that was told to listen on ::1")
                .contains("cannot connect");
    }

    /// What `::` is on Linux and in Java's own sockets, unless somebody asks for `IPV6_V6ONLY`.
    @Case(2)
    default void on_every_address_it_serves_clients_of_both_families() throws IOException {
        assumeIPv6();
        try (var server = servers().start(EchoOptions.defaults().withHost("::"))) {
            serve("::1", server.address().getPort());
            serve("127.0.0.1", server.address().getPort());
        }
    }

    /// A name may have an address of each family, and a server has one of them: clients try them all. None of them is that of a
    /// network.
    @Case(3)
    default void on_localhost_it_serves_who_asks_for_localhost() throws IOException {
        try (var server = servers().start(EchoOptions.defaults().withHost("localhost"))) {
            assertThat(server.address().getAddress().isLoopbackAddress())
                    .as("whether %s, told to be localhost, is a loopback address", server.address())
                    .isTrue();
            assertThat(InetAddress.getAllByName("localhost"))
                    .as("the addresses of localhost")
                    .contains(server.address().getAddress());
            serve(server.address().getHostString(), server.address().getPort());
        }
    }

    private void serve(String host, int port) throws IOException {
        servers().serveOne(new InetSocketAddress(host, port));
    }

    private static void assumeIPv6() throws IOException {
        var loopback = NetworkInterface.getByInetAddress(InetAddress.getByName("::1"));
        assumeTrue(loopback != null, "not applicable: this machine has no IPv6 loopback address");
    }
}
