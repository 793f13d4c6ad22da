package echolab.selector;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.contract.GivenServer;
import echolab.contract.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written tell servers that serve a half-closed connection from those that do not?
@DisplayName("A test of half-closed connections")
@Timeout(120)
class DoneSendingTest {

    private static final int QUIET_MILLIS = 700;

    @Test
    @Order(1)
    void accepts_a_server_that_serves_to_the_end() throws IOException {
        accepts(
                new GivenServer(
                        client -> client.getInputStream().transferTo(client.getOutputStream())),
                "a server that answers all, and ends its side then");
    }

    @Test
    @Order(2)
    void accepts_your_own_server() throws IOException {
        var own = EchoOptions.defaults().withGrace(Duration.ZERO);
        accepts(new SelectorServer(own), "the server that you have written");
    }

    @Test
    @Order(3)
    void accepts_a_server_that_takes_its_time() throws IOException {
        var slow =
                new GivenServer(client -> {
                    var buffer = new byte[4_096];
                    var in = client.getInputStream();
                    Thread.sleep(300);
                    for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        client.getOutputStream().write(buffer, 0, count);
                        Thread.sleep(5);
                    }
                    Thread.sleep(300);
                });
        accepts(slow, "a server that answers and ends late: slow is not wrong");
    }

    @Test
    @Order(4)
    void refuses_a_server_that_drops_at_the_end_what_is_not_sent_yet() throws IOException {
        refuses(
                collecting((_, _) -> {}),
                "a server that answers when nothing has come for a moment, and forgets at the end what it has not answered yet");
    }

    @Test
    @Order(5)
    void refuses_a_server_that_answers_a_part_at_the_end() throws IOException {
        refuses(
                collecting((client, rest) ->
                        client.getOutputStream().write(rest, 0, Math.min(rest.length, 1_000))),
                "a server that, at the end, answers what one write takes, and forgets the rest");
    }

    @Test
    @Order(6)
    void refuses_a_server_that_sends_something_else_at_the_end() throws IOException {
        refuses(
                collecting((client, rest) ->
                        client.getOutputStream().write(Arrays.copyOf(new byte[100], rest.length))),
                "a server that, at the end, answers out of a buffer which it has cleared");
    }

    @Test
    @Order(7)
    void refuses_a_server_that_turns_the_order_around_at_the_end() throws IOException {
        refuses(
                collecting((client, rest) -> {
                    var first = Math.min(rest.length, 1_000);
                    client.getOutputStream().write(rest, first, rest.length - first);
                    client.getOutputStream().write(rest, 0, first);
                }),
                "a server that, at the end, sends last what came first");
    }

    @Test
    @Order(8)
    void refuses_a_server_that_resets_at_the_end() throws IOException {
        var resets =
                new GivenServer(client -> {
                    client.getInputStream().transferTo(client.getOutputStream());
                    Thread.sleep(500); // what was written has arrived
                    client.setSoLinger(true, 0);
                });
        refuses(resets, "a server that takes the end for a failure, and resets the connection");
    }

    @Test
    @Order(9)
    void refuses_a_server_that_keeps_the_connection() throws IOException {
        var stays =
                new GivenServer(client -> {
                    client.getInputStream().transferTo(client.getOutputStream());
                    Thread.sleep(Duration.ofMinutes(1));
                });
        refuses(stays, "a server that answers all and never ends its side");
    }

    @Test
    @Order(10)
    void refuses_a_server_that_answers_the_end() throws IOException {
        refuses(saysAtTheEnd(4), "a server that sends a byte for the end: EOT, as terminals do");
        refuses(saysAtTheEnd('\n'), "a server that sends a byte for the end: that of a line");
        refuses(saysAtTheEnd(0), "a server that sends a byte for the end: zero, as C has it");
    }

    private static EchoServer saysAtTheEnd(int more) throws IOException {
        return new GivenServer(client -> {
            client.getInputStream().transferTo(client.getOutputStream());
            client.getOutputStream().write(more);
        });
    }

    @Test
    @Order(11)
    void refuses_a_server_that_is_wrong_once() throws IOException {
        var clients = new AtomicInteger();
        var warmsUp =
                new GivenServer(client -> {
                    if (clients.getAndIncrement() == 0) {
                        client.getInputStream().readAllBytes();
                    }
                    client.getInputStream().transferTo(client.getOutputStream());
                });
        refuses(warmsUp, "a server that answers all but its first client");
    }

    /// What a wrong server does with what it has not answered when its client has ended its side.
    @FunctionalInterface
    private interface End {
        void at(Socket client, byte[] rest) throws IOException;
    }

    /// A server that answers as soon as nothing has come for a moment: all is well as long as its client is there.
    private static GivenServer collecting(End end) throws IOException {
        return new GivenServer(client -> {
            var rest = new ByteArrayOutputStream();
            var buffer = new byte[4_096];
            client.setSoTimeout(QUIET_MILLIS);
            while (true) {
                try {
                    var count = client.getInputStream().read(buffer);
                    if (count < 0) {
                        end.at(client, rest.toByteArray());
                        return;
                    }
                    rest.write(buffer, 0, count);
                } catch (SocketTimeoutException _) {
                    rest.writeTo(client.getOutputStream());
                    rest.reset();
                }
            }
        });
    }

    private static void accepts(EchoServer server, String which) {
        Trial.accepts(server, which, it -> DoneSending.examine(it.address()));
    }

    private static void refuses(EchoServer server, String which) {
        Trial.refuses(server, which, it -> DoneSending.examine(it.address()));
    }
}
