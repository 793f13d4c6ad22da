package echolab.contract;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

/// The end of a connection: as its client wants it, and of no other with it.
interface EndCases extends Cases {

    /// The kernel takes some megabytes that nobody reads: a server that has a little more sees the end while it has bytes to write.
    @Case(1)
    @DisplayName("after a half-close everything comes back, then end of stream")
    default void half_close() throws IOException {
        for (var megabytes = 1; megabytes <= 8; megabytes++) {
            try (var client = servers().connect()) {
                client.sendUntilStalled(megabytes * 1_000_000, Duration.ofMillis(100));
                client.shutdownOutput();
                new Patience(Duration.ofMillis(100)).sees(() -> false); // the server sees the end
                client.finish();
            }
        }
    }

    @Case(2)
    @DisplayName("a half-close with no byte sent is answered with end of stream")
    default void half_close_at_once() throws IOException {
        try (var client = servers().connect()) {
            client.finish();
        }
    }

    @Case(3)
    @DisplayName("a FIN right behind the data loses no byte, 200 times")
    default void FIN_behind_data() throws IOException {
        for (var i = 0; i < 200; i++) {
            try (var client = servers().connect()) {
                client.send(106);
                client.finish();
            }
        }
    }

    /// Once the process runs again, its first look at the connection shows bytes and FIN at the same time.
    @Case(4)
    default void a_FIN_that_arrives_together_with_the_data_loses_no_byte() throws IOException {
        try (var stopped = servers().stop();
                var client = servers().connect(servers().child().address())) {
            client.send(5_000);
            client.shutdownOutput();
            stopped.goOn();
            client.finish();
        }
    }

    /// A read stops in front of the place where the urgent byte was, and what is behind it is announced by no further event.
    @Case(7)
    default void bytes_before_and_behind_an_urgent_one_come_back() throws IOException {
        try (var stopped = servers().stop();
                var client = servers().connect(servers().child().address())) {
            client.send(100);
            client.sendUrgentByte();
            client.send(100);
            stopped.goOn();
            client.receiveAll();
            client.finish();
        }
    }

    @Case(5)
    default void a_reset_while_the_server_writes_ends_that_connection_and_no_other()
            throws IOException {
        try (var neighbour = servers().connect()) {
            neighbour.echo(1);
            for (var i = 0; i < 10; i++) {
                var client = servers().connect();
                client.sendUntilStalled(100_000_000, Duration.ofMillis(50));
                client.reset();
                neighbour.echo(106);
            }
            neighbour.finish();
        }
        servers().serveOne(servers().address());
    }

    @Case(6)
    @DisplayName("100 clients that close or reset with no byte sent do no harm")
    default void close_with_no_byte() {
        Expect.that(
                "after clients that sent no byte, the next one is served",
                () -> {
                    for (var i = 0; i < 50; i++) {
                        servers().connect().close();
                        servers().connect().reset();
                    }
                    servers().serveOne(servers().address());
                });
    }
}
