package echolab.virtualthreads;

import echolab.virtualthreads.StoppingServer.Way;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written end when a server does not come to an end?
@DisplayName("A test of closing that does not end")
@Timeout(120)
class NoEndOfClosingTest {

    @Test
    @Order(1)
    void refuses_a_server_that_always_waits_out_the_grace() throws IOException {
        StoppingServer.isRefused(
                Way.WAITS_OUT_THE_GRACE,
                "a server that waits for an hour although its last client has left");
    }

    @Test
    @Order(2)
    void refuses_a_server_that_goes_on_sending() throws IOException {
        StoppingServer.isRefused(
                Way.GOES_ON_SENDING,
                "a server that sends without end to who has ended his side in the grace");
    }
}
