package echolab.blocking;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.contract.GivenServer;
import echolab.contract.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written tell right servers from wrong ones?
@DisplayName("A test of an echo")
@Timeout(120)
class AllOfItComesBackTest {

    /// What a wrong server answers to what it has read.
    @FunctionalInterface
    private interface Answer {
        byte[] to(byte[] read, int reads);
    }

    @Test
    @Order(1)
    void accepts_a_server_that_echoes() throws IOException {
        accepts(answers((read, _) -> read), "a server that echoes");
    }

    @Test
    @Order(2)
    void accepts_your_own_server() throws IOException {
        var own = EchoOptions.defaults().withGrace(Duration.ZERO);
        accepts(new BlockingServer(own), "the server that you have written");
    }

    @Test
    @Order(3)
    void accepts_a_server_whose_answers_come_in_pieces() throws IOException {
        var pieces =
                new GivenServer(client -> {
                    var buffer = new byte[1_000];
                    for (var count = client.getInputStream().read(buffer);
                            count >= 0;
                            count = client.getInputStream().read(buffer)) {
                        client.getOutputStream().write(buffer, 0, count / 2);
                        Thread.sleep(1);
                        client.getOutputStream().write(buffer, count / 2, count - count / 2);
                    }
                });
        accepts(pieces, "a server whose answers come in pieces: TCP carries bytes, no messages");
    }

    @Test
    @Order(4)
    void accepts_a_server_that_takes_its_time() throws IOException {
        var slow =
                new GivenServer(client -> {
                    Thread.sleep(300);
                    client.getInputStream().transferTo(client.getOutputStream());
                });
        accepts(slow, "a server that needs 300 ms: slow is not wrong");
    }

    @Test
    @Order(5)
    void refuses_a_server_that_says_nothing() throws IOException {
        refuses(answers((_, _) -> new byte[0]), "a server that says nothing");
    }

    @Test
    @Order(6)
    void refuses_a_server_that_answers_once() throws IOException {
        refuses(
                answers((read, reads) -> reads == 1 ? read : new byte[0]),
                "a server that answers what it reads first, and nothing more");
    }

    @Test
    @Order(7)
    void refuses_a_server_that_hangs_up_after_one_message() throws IOException {
        var hangsUp =
                new GivenServer(client -> {
                    // a message is over when nothing more comes for a moment: its client waits
                    client.setSoTimeout(300);
                    var message = new ByteArrayOutputStream();
                    try {
                        client.getInputStream().transferTo(message);
                    } catch (SocketTimeoutException _) {
                        // the end of the message
                    }
                    message.writeTo(client.getOutputStream());
                });
        refuses(hangsUp, "a server that hangs up after one message, with its client still there");
    }

    @Test
    @Order(8)
    void refuses_a_server_that_loses_a_byte_of_what_is_long() throws IOException {
        refuses(
                answers((read, _) ->
                        read.length > 1_000 ? Arrays.copyOf(read, read.length - 1) : read),
                "a server that loses a byte when more than 1,000 come at once");
    }

    @Test
    @Order(9)
    void refuses_a_server_that_turns_the_order_around() throws IOException {
        refuses(
                answers((read, _) -> swapped(read)),
                "a server that sends the second half of what it reads first");
    }

    @Test
    @Order(10)
    void refuses_a_server_that_repeats_the_first_message() throws IOException {
        var first = new byte[8_192];
        refuses(
                answers((read, reads) -> {
                    System.arraycopy(read, 0, first, 0, reads == 1 ? read.length : 0);
                    return Arrays.copyOf(first, read.length);
                }),
                "a server whose answers are all as the first");
    }

    @Test
    @Order(11)
    void refuses_a_server_that_says_more_than_it_was_told() throws IOException {
        refuses(saysAtTheEnd("bye"), "a server that says bye when its client has ended its side");
        refuses(saysAtTheEnd("\n"), "a server that ends the last line when its client has ended");
        refuses(saysAtTheEnd("\0"), "a server that sends a zero at the end, as C has it in a text");
    }

    private static EchoServer saysAtTheEnd(String more) throws IOException {
        return new GivenServer(client -> {
            client.getInputStream().transferTo(client.getOutputStream());
            client.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
        });
    }

    @Test
    @Order(12)
    void refuses_a_server_that_never_ends_its_side() throws IOException {
        var stays =
                new GivenServer(client -> {
                    client.getInputStream().transferTo(client.getOutputStream());
                    Thread.sleep(Duration.ofMinutes(1));
                });
        refuses(stays, "a server that keeps the connection when its client has ended its side");
    }

    @Test
    @Order(13)
    void refuses_a_server_that_resets_at_the_end() throws IOException {
        var resets =
                new GivenServer(client -> {
                    client.getInputStream().transferTo(client.getOutputStream());
                    Thread.sleep(500); // what was written has arrived
                    client.setSoLinger(true, 0);
                });
        refuses(resets, "a server that resets the connection when its client has ended its side");
    }

    @Test
    @Order(14)
    void refuses_a_server_that_is_wrong_once() throws IOException {
        var clients = new AtomicInteger();
        var warmsUp =
                new GivenServer(client -> {
                    if (clients.getAndIncrement() == 0) {
                        client.getOutputStream().write(~client.getInputStream().read());
                    }
                    client.getInputStream().transferTo(client.getOutputStream());
                });
        refuses(warmsUp, "a server that changes a byte for its first client, and is right then");
    }

    private static EchoServer answers(Answer answer) throws IOException {
        return new GivenServer(client -> {
            var buffer = new byte[8_192];
            var in = client.getInputStream();
            var reads = 0;
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                client.getOutputStream().write(answer.to(Arrays.copyOf(buffer, count), ++reads));
            }
        });
    }

    private static byte[] swapped(byte[] read) {
        // an odd number: a message that repeats itself after 256 bytes is another then, too
        var half = (read.length / 2) | 1;
        var other = Arrays.copyOfRange(read, half, half + read.length);
        System.arraycopy(read, 0, other, read.length - half, half);
        return other;
    }

    private static void accepts(EchoServer server, String which) {
        Trial.accepts(server, which, it -> AllOfItComesBack.examine(it.address()));
    }

    private static void refuses(EchoServer server, String which) {
        Trial.refuses(server, which, it -> AllOfItComesBack.examine(it.address()));
    }
}
