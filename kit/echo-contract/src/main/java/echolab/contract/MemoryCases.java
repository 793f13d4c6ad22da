package echolab.contract;

import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/// The memory of a server: bounded, whatever its clients do.
interface MemoryCases extends Cases {

    /// A JVM of ours has a heap of 64 MB at the most; the rest is what a JVM grows by when it works.
    long RESIDENT_GROWTH = 110_000_000;

    int READERS = 8;

    /// More clients than have a buffer of 16 MiB each in such a heap.
    int MANY = 8;

    @Tag("stress")
    @Case(1)
    @DisplayName("clients that never read wait, in bounded memory; others are served")
    default void readers_that_never_read() throws IOException {
        var child = servers().child();
        var before = Servers.told("resident memory", child.figures().residentBytes());
        var silent = new ArrayList<EchoClient>();
        try (var neighbour = servers().connect(child.address())) {
            for (var i = 0; i < READERS; i++) {
                silent.add(servers().connect(child.address()));
                fill(silent.getLast());
                Expect.that("others are served meanwhile", () -> neighbour.echo(10_000));
            }
            assertBounded(before, child.figures().residentBytes().orElseThrow());
            neighbour.finish();
        } finally {
            closeAll(silent);
        }
    }

    /// Each client costs a quarter of the memory that there is.
    @Tag("stress")
    @Case(2)
    default void no_memory_for_one_more_client_is_the_bad_luck_of_that_one() throws IOException {
        servers().step();
        var lucky = new ArrayList<EchoClient>();
        try (var child = ServerProcess.start(servers().command("--read-buffer", "" + (16 << 20)))) {
            while (lucky.size() < MANY && isServed(child, lucky)) {}
            if (lucky.isEmpty() || lucky.size() == MANY) {
                throw Text.failure(
                        "with 64 MB of memory, %s of %s clients got 16 MiB each; it printed %s",
                        lucky.size(), MANY, child.tail());
            }
            for (var client : lucky) {
                client.echo(106);
            }
            closeAll(lucky);
            Patience.until(
                    servers().patience(),
                    () -> isServed(child, lucky),
                    () ->
                            "when all clients had left, the server had no memory for one more; it printed "
                                    + child.tail());
        } finally {
            closeAll(lucky);
        }
    }

    private boolean isServed(ServerProcess child, List<EchoClient> served) {
        try {
            var client = servers().connect(child.address());
            if (catchThrowable(() -> client.echo(1)) == null) {
                return served.add(client);
            }
            client.close();
        } catch (IOException | AssertionError _) {
            // not even connected
        }
        return false;
    }

    private static void fill(EchoClient client) throws IOException {
        var most = 64_000_000L;
        var taken = client.sendUntilStalled(most, Duration.ofMillis(100));
        if (taken >= most) {
            throw Text.failure(
                    "the server took all %s of a client that reads none back: it buffers without limit",
                    Text.megabytes(most));
        }
    }

    private static void assertBounded(long before, long after) {
        if (after - before >= RESIDENT_GROWTH) {
            throw Text.failure(
                    "with %s clients that never read, resident memory grew from %s to %s; %s more are allowed",
                    READERS,
                    Text.megabytes(before),
                    Text.megabytes(after),
                    Text.megabytes(RESIDENT_GROWTH));
        }
    }

    private static void closeAll(List<EchoClient> clients) throws IOException {
        while (!clients.isEmpty()) {
            clients.removeLast().close();
        }
    }
}
