package echolab.contract;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/// The bytes: every one comes back, once, in order.
interface BytesCases extends Cases {

    @Case(1)
    default void one_byte_comes_back() throws IOException {
        try (var client = servers().connect()) {
            client.echo(1);
            client.finish();
        }
    }

    @Case(2)
    @DisplayName("64 KiB come back in order")
    default void many_bytes() throws IOException {
        try (var client = servers().connect()) {
            client.echo(64 * 1024);
            client.finish();
        }
    }

    @Case(3)
    default void random_bytes_in_writes_of_random_sizes_come_back_in_order() throws IOException {
        var sizes = new Random(2);
        try (var client = servers().connect()) {
            client.echo(1_000_000, () -> sizes.nextInt(1, 5_000));
            client.finish();
        }
    }

    /// The client first writes until nobody takes any more, so the server has met a write that did not finish. Only
    /// then does it read. The kernel holds some megabytes for each side; a server that takes all 120 holds the rest.
    @Tag("stress")
    @Case(4)
    @DisplayName("120 MB come back to a client that reads late")
    default void late_reader() throws IOException {
        var total = 120_000_000L;
        try (var client = servers().connect()) {
            var taken = client.sendUntilStalled(total, Duration.ofSeconds(1));
            if (taken >= total) {
                throw Text.failure(
                        "the server took all %s before the client read a byte: it buffers without limit",
                        Text.megabytes(total));
            }
            client.echo(total - taken);
            client.finish();
        }
    }
}
