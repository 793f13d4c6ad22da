package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.process.Digits;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Are all served when there are many?
interface CrowdCases extends Cases {

    int BATCHES = 5;
    int ROUND_TRIPS = 20;
    long MOST_FOR_FLOODS = 8 << 20;

    @Test
    @Tag("stress")
    @Order(1)
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

    @Test
    @Tag("stress")
    @Order(2)
    default void two_clients_that_always_have_more_to_send_do_not_starve_the_others()
            throws IOException {
        try (var neighbour = servers().connect();
                var one = Flood.start(servers().address(), servers().patience());
                var two = Flood.start(servers().address(), servers().patience())) {
            neighbour.echo(106);
            var least = Long.MAX_VALUE;
            for (var batch = 0; batch < BATCHES && least > ROUND_TRIPS * MOST_FOR_FLOODS; batch++) {
                var before = one.echoed() + two.echoed();
                for (var trip = 0; trip < ROUND_TRIPS; trip++) {
                    neighbour.echo(106);
                }
                least = Math.min(least, one.echoed() + two.echoed() - before);
            }
            assertShares(least / ROUND_TRIPS);
            try (var late = servers().connect()) {
                late.echo(106);
                late.finish();
            }
        }
    }

    /// Counts work, not time: however slow the machine is, a fair server does a bounded amount for the floods before it
    /// is the neighbour's turn: tens or hundreds of kilobytes. Two virtual threads that only yielded were seen to do
    /// two megabytes, and in another run to let nobody else in for ten seconds. The batch in which it was least, because
    /// on a busy machine the neighbour itself may have to wait for a CPU; an unfair server is unfair in each.
    private static void assertShares(long bytesForFloods) {
        if (bytesForFloods > MOST_FOR_FLOODS) {
            throw new AssertionError(
                    Digits.in(
                            "for each of %d round trips of a client, two floods had %,d bytes echoed; a fair server would do less than %,d",
                            ROUND_TRIPS, bytesForFloods, MOST_FOR_FLOODS));
        }
    }

    @Test
    @Tag("stress")
    @Order(3)
    @DisplayName("5,000 connections at once all echo")
    default void five_thousand_at_once() throws IOException {
        var address = servers().childOrAddress();
        try (var crowd = Crowd.connect(address, 5_000, servers().patience())) {
            for (var i = 0; i < 3; i++) {
                crowd.send(106);
                crowd.receiveAll();
            }
        }
    }

    /// How many come and go; `-Decholab.connections=100000` for more than in each build.
    default int shortConnections() {
        return Integer.getInteger("echolab.connections", 20_000);
    }

    /// From many at once, while another one streams.
    @Test
    @Tag("stress")
    @Order(4)
    default void short_connections_leave_no_descriptor_and_no_thread_behind() throws IOException {
        var child = servers().child();
        try (var client = servers().connect(child.address())) {
            client.echo(1);
            var descriptors = Linux.figure("descriptors", child.figures().descriptors());
            var threads = Linux.figure("threads", child.figures().threads());
            var others = ShortConnections.start(child.address(), shortConnections());
            while (!others.haveGone()) {
                client.echo(10_000);
            }
            client.finish();
            assertReturnsTo(descriptors, "descriptors", child.figures()::descriptors);
            // an idle JVM may start a compiler or a carrier thread and end it when it likes
            assertReturnsTo(threads + 16, "threads", child.figures()::threads);
        }
        assertThat(child.isAlive()).as("the server lives").isTrue();
    }

    private void assertReturnsTo(long before, String what, Supplier<OptionalLong> figure) {
        Patience.until(
                servers().patience(),
                () -> figure.get().orElse(Long.MAX_VALUE) <= before,
                () ->
                        Digits.in(
                                "%,d %s are open after %,d short connections; %,d are allowed",
                                figure.get().orElse(-1), what, shortConnections(), before));
    }

    /// Most segments carry one byte, so the server reads and writes that often.
    @Test
    @Tag("stress")
    @Order(5)
    @DisplayName("1 MiB comes back that is sent one byte at a time")
    default void one_byte_at_a_time() throws IOException {
        try (var client = servers().connect()) {
            client.echo(1 << 20, () -> 1);
            client.finish();
        }
    }

    /// The client sends until nobody takes any more, and from then on it sends and reads at once.
    @Test
    @Tag("stress")
    @Order(6)
    default void messages_pass_each_other_in_full_buffers() throws IOException {
        var address = servers().address();
        try (var client = EchoClient.connectTiny(address, servers().patience())) {
            client.sendUntilStalled(16 << 20, Duration.ofMillis(100));
            client.sendAndReceiveAll(4 << 20);
            client.finish();
        }
    }
}
