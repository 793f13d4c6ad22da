package echolab.virtualthreads;

import echolab.virtualthreads.StoppingServer.Way;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written notice that clients who are there may not finish?
@DisplayName("A test of closing, and clients who are there")
@Timeout(120)
class FinishingClientsTest {

    @Test
    @Order(1)
    void refuses_a_server_that_no_longer_answers() throws IOException {
        StoppingServer.isRefused(
                Way.NO_LONGER_ANSWERS, "a server that keeps its clients, and answers them no more");
    }

    @Test
    @Order(2)
    void refuses_a_server_that_cuts_who_goes_on_talking() throws IOException {
        StoppingServer.isRefused(
                Way.CUTS_WHO_GOES_ON,
                "a server that waits for its clients to leave, and cuts who says something more");
    }

    @Test
    @Order(3)
    void refuses_a_server_that_resets_who_finishes() throws IOException {
        StoppingServer.isRefused(
                Way.RESETS_WHO_FINISHES,
                "a server that resets the connection of who ends his side in the grace");
    }

    @Test
    @Order(4)
    void refuses_a_server_that_answers_something_else() throws IOException {
        StoppingServer.isRefused(
                Way.ANSWERS_SOMETHING_ELSE,
                "a server that answers something else than what was said, once it is told to stop");
    }
}
