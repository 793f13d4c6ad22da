package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Is a server's memory bounded, whatever its clients do?
interface MemoryCases extends Cases {

    /// A JVM of ours has a heap of 64 MB at the most; the rest is what a JVM grows by when it works.
    long RESIDENT_GROWTH = 110_000_000;

    int READERS = 8;

    @Test
    @Order(1)
    @DisplayName(
            "8 clients that never read are made to wait, in bounded memory, and the others are served")
    default void readersThatNeverRead() throws IOException {
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
        assertThat(taken)
                .as("bytes that the server took from a client that reads none of them back")
                .isLessThan(most);
    }

    private static void assertBounded(long before, long after) {
        assertThat(after - before)
                .as(
                        "growth of the resident memory from %s, with %d clients that never read",
                        Text.megabytes(before), READERS)
                .isLessThan(RESIDENT_GROWTH);
    }

    private static void closeAll(List<EchoClient> clients) throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
