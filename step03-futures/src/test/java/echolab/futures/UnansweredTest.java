package echolab.futures;

import echolab.EchoOptions;
import echolab.contract.GivenServer;
import echolab.contract.Trial;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the measurement that was written fail when somebody gets no answer, and only then?
@DisplayName("A measurement of a server that hangs up")
@Timeout(120)
class UnansweredTest {

    @Test
    @Order(1)
    void fails_when_the_server_hangs_up() throws Exception {
        var hangsUp = new GivenServer(UnansweredTest::answerAHundred);
        Trial.refuses(
                hangsUp,
                "a server that hangs up after a hundred messages: who got no answer waits still",
                it -> WaitingTimes.of(it.address()));
        var resets =
                new GivenServer(client -> {
                    answerAHundred(client);
                    client.setSoLinger(true, 0);
                });
        Trial.refuses(
                resets,
                "a server that resets the connection after a hundred messages: that is no better",
                it -> WaitingTimes.of(it.address()));
    }

    @Test
    @Order(2)
    void measures_your_own_server() throws Exception {
        var own = EchoOptions.defaults().withGrace(Duration.ZERO);
        Trial.accepts(
                new FuturesServer(own),
                "the server that you have written",
                it -> requireAll(WaitingTimes.of(it.address())));
    }

    private static void answerAHundred(Socket client) throws IOException {
        for (var i = 0; i < 100; i++) {
            client.getOutputStream().write(client.getInputStream().read());
        }
    }

    private static void requireAll(List<Duration> waited) {
        if (waited.size() != Measurement.MESSAGES) {
            throw new AssertionError(waited.size() + " times");
        }
    }
}
