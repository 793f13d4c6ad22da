package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Are all served when there are many?
interface CrowdCases extends Cases {

    @Test
    @Order(1)
    @DisplayName("200 clients that send one byte a second are served, and so are the others")
    default void slowSenders() throws IOException {
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
    @Order(2)
    @DisplayName("two clients that always have more to send do not starve the others")
    default void flood() throws IOException {
        try (var neighbour = servers().connect();
                var _ = Flood.start(servers().address(), servers().patience());
                var _ = Flood.start(servers().address(), servers().patience())) {
            for (var i = 0; i < 100; i++) {
                neighbour.echo(106);
            }
            try (var late = servers().connect()) {
                late.echo(106);
                late.finish();
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("5,000 connections at once all echo")
    default void fiveThousandAtOnce() throws IOException {
        var address = servers().childOrAddress();
        try (var crowd = Crowd.connect(address, 5_000, servers().patience())) {
            for (var i = 0; i < 3; i++) {
                crowd.send(106);
                crowd.receiveAll();
            }
        }
    }

    @Test
    @Order(4)
    @DisplayName("10,000 connects and closes leave no descriptor behind")
    default void connectsAndCloses() throws IOException {
        var child = servers().child();
        try (var client = servers().connect(child.address())) {
            client.echo(1);
            var before = Linux.figure("descriptors", child.figures().descriptors());
            for (var i = 0; i < 10_000; i++) {
                EchoClient.open(child.address(), servers().patience()).close();
            }
            client.echo(1);
            assertDescriptorsReturnTo(before, child);
        }
    }

    private void assertDescriptorsReturnTo(long before, ServerProcess child) throws IOException {
        Wait.until(
                servers().patience(),
                () -> child.figures().descriptors().orElse(Long.MAX_VALUE) <= before,
                () ->
                        "%d descriptors are open after 10,000 connects and closes; before it were %d"
                                .formatted(child.figures().descriptors().orElse(-1), before));
        assertThat(child.isAlive()).as("the server lives").isTrue();
    }
}
