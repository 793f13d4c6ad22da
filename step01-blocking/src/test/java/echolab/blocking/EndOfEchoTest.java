package echolab.blocking;

import echolab.EchoServer;
import echolab.contract.GivenServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written notice that a server does not end as it should?
@DisplayName("A test of an echo, and its end")
@Timeout(120)
class EndOfEchoTest {

    @Test
    @Order(1)
    void refuses_a_server_that_says_more_than_it_was_told() throws IOException {
        EchoTrial.refuses(
                saysAtTheEnd("bye"), "a server that says bye when its client has ended its side");
        EchoTrial.refuses(
                saysAtTheEnd("\n"), "a server that ends the last line when its client has ended");
        EchoTrial.refuses(
                saysAtTheEnd("\0"), "a server that sends a zero at the end, as C has it in a text");
    }

    @Test
    @Order(2)
    void refuses_a_server_that_never_ends_its_side() throws IOException {
        var stays =
                new GivenServer(client -> {
                    client.getInputStream().transferTo(client.getOutputStream());
                    Thread.sleep(Duration.ofMinutes(1));
                });
        EchoTrial.refuses(
                stays, "a server that keeps the connection when its client has ended its side");
    }

    @Test
    @Order(3)
    void refuses_a_server_that_resets_at_the_end() throws IOException {
        var resets =
                new GivenServer(client -> {
                    client.getInputStream().transferTo(client.getOutputStream());
                    Thread.sleep(500); // what was written has arrived
                    client.setSoLinger(true, 0);
                });
        EchoTrial.refuses(
                resets, "a server that resets the connection when its client has ended its side");
    }

    private static EchoServer saysAtTheEnd(String more) throws IOException {
        return new GivenServer(client -> {
            client.getInputStream().transferTo(client.getOutputStream());
            client.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
        });
    }
}
