package echolab.blocking;

import echolab.contract.GivenServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written notice that a server serves one message, and no second?
@DisplayName("A test of an echo, and a second message")
@Timeout(120)
class SecondMessageTest {

    @Test
    @Order(1)
    void refuses_a_server_that_answers_once() throws IOException {
        EchoTrial.refuses(
                EchoTrial.answers((read, reads) -> reads == 1 ? read : new byte[0]),
                "a server that answers what it reads first, and nothing more");
    }

    @Test
    @Order(2)
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
        EchoTrial.refuses(
                hangsUp, "a server that hangs up after one message, with its client still there");
    }
}
