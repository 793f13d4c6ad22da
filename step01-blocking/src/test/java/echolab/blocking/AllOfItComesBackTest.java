package echolab.blocking;

import echolab.EchoOptions;
import echolab.contract.GivenServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written accept right servers, and not those that say nothing?
@DisplayName("A test of an echo")
@Timeout(120)
class AllOfItComesBackTest {

    @Test
    @Order(1)
    void accepts_a_server_that_echoes() throws IOException {
        EchoTrial.accepts(EchoTrial.answers((read, _) -> read), "a server that echoes");
    }

    @Test
    @Order(2)
    void accepts_your_own_server() throws IOException {
        var own = EchoOptions.defaults().withGrace(Duration.ZERO);
        EchoTrial.accepts(new BlockingServer(own), "the server that you have written");
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
        EchoTrial.accepts(
                pieces, "a server whose answers come in pieces: TCP carries bytes, no messages");
    }

    @Test
    @Order(4)
    void accepts_a_server_that_takes_its_time() throws IOException {
        var slow =
                new GivenServer(client -> {
                    Thread.sleep(300);
                    client.getInputStream().transferTo(client.getOutputStream());
                });
        EchoTrial.accepts(slow, "a server that needs 300 ms: slow is not wrong");
    }

    @Test
    @Order(5)
    void refuses_a_server_that_says_nothing() throws IOException {
        EchoTrial.refuses(EchoTrial.answers((_, _) -> new byte[0]), "a server that says nothing");
    }
}
