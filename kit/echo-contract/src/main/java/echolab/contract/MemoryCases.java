package echolab.contract;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Is a server's memory bounded, whatever its clients do?
interface MemoryCases extends Cases {

    /// A JVM of ours has a heap of 64 MB at the most; the rest is what a JVM grows by when it works.
    long RESIDENT_GROWTH = 110_000_000;

    int READERS = 8;

    @Test
    @Tag("stress")
    @Order(1)
    @DisplayName("clients that never read wait, in bounded memory; others are served")
    default void readers_that_never_read() throws IOException {
        var child = servers().child();
        var before = Linux.figure("resident memory", child.figures().residentBytes());
        var silent = new ArrayList<EchoClient>();
        try (var neighbour = servers().connect(child.address())) {
            for (var i = 0; i < READERS; i++) {
                silent.add(servers().connect(child.address()));
                fill(silent.getLast());
                neighbour.echo(10_000);
            }
            assertBounded(before, child.figures().residentBytes().orElseThrow());
            neighbour.finish();
        } finally {
            closeAll(silent);
        }
    }

    private static void fill(EchoClient client) throws IOException {
        var most = 64_000_000L;
        var taken = client.sendUntilStalled(most, Duration.ofMillis(100));
        if (taken >= most) {
            throw new AssertionError(
                    "the server took all %s of a client that reads none back: it buffers without limit"
                            .formatted(Text.megabytes(most)));
        }
    }

    private static void assertBounded(long before, long after) {
        if (after - before >= RESIDENT_GROWTH) {
            throw new AssertionError(
                    "with %s clients that never read, resident memory grew from %s to %s; %s more are allowed"
                            .formatted(
                                    READERS,
                                    Text.megabytes(before),
                                    Text.megabytes(after),
                                    Text.megabytes(RESIDENT_GROWTH)));
        }
    }

    private static void closeAll(List<EchoClient> clients) throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
