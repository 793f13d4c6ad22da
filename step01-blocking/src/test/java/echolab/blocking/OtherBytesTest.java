package echolab.blocking;

import echolab.contract.GivenServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written notice that other bytes come back than were sent?
@DisplayName("A test of an echo, and its bytes")
@Timeout(120)
class OtherBytesTest {

    @Test
    @Order(1)
    void refuses_a_server_that_loses_a_byte_of_what_is_long() throws IOException {
        EchoTrial.refuses(
                EchoTrial.answers((read, _) ->
                        read.length > 1_000 ? Arrays.copyOf(read, read.length - 1) : read),
                "a server that loses a byte when more than 1,000 come at once");
    }

    @Test
    @Order(2)
    void refuses_a_server_that_turns_the_order_around() throws IOException {
        EchoTrial.refuses(
                EchoTrial.answers((read, _) -> swapped(read)),
                "a server that sends the second half of what it reads first");
    }

    @Test
    @Order(3)
    void refuses_a_server_that_repeats_the_first_message() throws IOException {
        var first = new byte[8_192];
        EchoTrial.refuses(
                EchoTrial.answers((read, reads) -> {
                    System.arraycopy(read, 0, first, 0, reads == 1 ? read.length : 0);
                    return Arrays.copyOf(first, read.length);
                }),
                "a server whose answers are all as the first");
    }

    @Test
    @Order(4)
    void refuses_a_server_that_is_wrong_once() throws IOException {
        var clients = new AtomicInteger();
        var warmsUp =
                new GivenServer(client -> {
                    if (clients.getAndIncrement() == 0) {
                        client.getOutputStream().write(~client.getInputStream().read());
                    }
                    client.getInputStream().transferTo(client.getOutputStream());
                });
        EchoTrial.refuses(
                warmsUp, "a server that changes a byte for its first client, and is right then");
    }

    private static byte[] swapped(byte[] read) {
        // an odd number: a message that repeats itself after 256 bytes is another then, too
        var half = (read.length / 2) | 1;
        var other = Arrays.copyOfRange(read, half, half + read.length);
        System.arraycopy(read, 0, other, read.length - half, half);
        return other;
    }
}
