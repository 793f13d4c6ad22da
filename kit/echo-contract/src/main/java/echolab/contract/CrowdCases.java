package echolab.contract;

import static java.net.StandardSocketOptions.SO_RCVBUF;
import static java.net.StandardSocketOptions.SO_SNDBUF;
import static org.assertj.core.api.Assertions.assertThat;

import echolab.process.Digits;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/// Many clients: all are served.
interface CrowdCases extends Cases {

    int BATCHES = 5;
    int ROUND_TRIPS = 10;
    long MOST_FOR_FLOODS = 8 << 20;

    @Tag("stress")
    @Case(1)
    @DisplayName("200 clients that send a byte a second are served, and so are others")
    default void slow_senders() throws IOException {
        try (var slow = Crowd.connect(servers().address(), 200, servers().patience());
                var neighbour = servers().connect()) {
            for (var second = 0; second < 3; second++) {
                var end = System.nanoTime() + Duration.ofMillis(900).toNanos();
                slow.send(1);
                while (System.nanoTime() < end) {
                    neighbour.echo(106);
                }
                slow.receiveAll();
            }
        }
    }

    @Tag("stress")
    @Case(2)
    default void two_clients_that_always_have_more_to_send_do_not_starve_the_others()
            throws IOException {
        try (var neighbour = servers().connect();
                var one = servers().connect();
                var two = servers().connect()) {
            one.flood();
            two.flood();
            neighbour.echo(106);
            var least = Long.MAX_VALUE;
            for (var batch = 0; batch < BATCHES && least > ROUND_TRIPS * MOST_FOR_FLOODS; batch++) {
                var before = one.received() + two.received();
                for (var trip = 0; trip < ROUND_TRIPS; trip++) {
                    neighbour.echo(106);
                }
                least = Math.min(least, one.received() + two.received() - before);
            }
            assertShares(least / ROUND_TRIPS);
            servers().serveOne(servers().address());
        }
    }

    /// Counts work, not time: however slow the machine is, a fair server does a bounded amount for the floods before it
    /// is the neighbour's turn: tens or hundreds of kilobytes. Two virtual threads that only yielded were seen to do
    /// two megabytes, and in another run to let nobody else in for ten seconds. The batch in which it was least, because
    /// on a busy machine the neighbour itself may have to wait for a CPU; an unfair server is unfair in each.
    private static void assertShares(long bytesForFloods) {
        if (bytesForFloods > MOST_FOR_FLOODS) {
            throw Text.failure(
                    "for each of %d round trips of a client, two floods had %,d bytes echoed; a fair server would do less than %,d",
                    ROUND_TRIPS, bytesForFloods, MOST_FOR_FLOODS);
        }
    }

    @Tag("stress")
    @Case(3)
    @DisplayName("5,000 connections at once all echo")
    default void five_thousand_at_once() throws IOException {
        var address = servers().childOrAddress();
        try (var crowd = Crowd.connect(address, 5_000, servers().patience())) {
            for (var i = 0; i < 3; i++) {
                crowd.echo(106);
            }
        }
    }

    /// How many come and go; `-Decholab.connections=100000` for more than in each build.
    default int shortConnections() {
        return Integer.getInteger("echolab.connections", 10_000);
    }

    /// From many at once, while another one streams.
    @Tag("stress")
    @Case(4)
    default void short_connections_leave_no_descriptor_and_no_thread_behind() throws IOException {
        var child = servers().child();
        try (var client = servers().connect(child.address())) {
            client.echo(1);
            Servers.told("descriptors", child.figures().descriptors());
            var before = Footprint.of(child.figures());
            var left = new AtomicInteger(shortConnections());
            var others = new Throng(32, () -> comesAndGoes(left.getAndDecrement()));
            while (!others.isGone()) {
                client.echo(10_000);
            }
            client.finish();
            var when = Digits.in("after %,d short connections", shortConnections());
            before.expectAgain(child.figures(), when, servers().patience());
        }
        assertThat(child.isAlive()).as("the server lives").isTrue();
    }

    /// Most end with a reset: after a FIN, the kernel keeps the port for a minute.
    private boolean comesAndGoes(int left) throws IOException {
        try (var client = servers().connect(servers().child().address())) {
            client.echo(106);
            if (left % 10 > 0) {
                client.reset();
            }
        }
        return left > 1;
    }

    /// Most segments carry one byte, so the server reads and writes that often.
    @Tag("stress")
    @Case(5)
    @DisplayName("256 KiB come back that are sent one byte at a time")
    default void one_byte_at_a_time() throws IOException {
        try (var client = servers().connect()) {
            client.echo(1 << 18, () -> 1);
            client.finish();
        }
    }

    /// The client sends until nobody takes any more, and from then on it sends and reads at once.
    @Tag("stress")
    @Case(6)
    default void messages_pass_each_other_in_full_buffers() throws IOException {
        var address = servers().address();
        try (var client =
                EchoClient.connect(
                        address, servers().patience(), new Bytes(), SO_RCVBUF, SO_SNDBUF)) {
            client.sendUntilStalled(16 << 20, Duration.ofMillis(100));
            client.exchange(4 << 20);
            client.finish();
        }
    }
}
