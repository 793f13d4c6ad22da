package echolab.virtualthreads;

import echolab.EchoOptions;
import echolab.contract.Trial;
import echolab.virtualthreads.StoppingServer.Way;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written tell servers that stop as they should from those that do not?
@DisplayName("A test of closing")
@Timeout(120)
class ToldToStopTest {

    @Test
    @Order(1)
    void accepts_a_server_that_stops_as_it_should() throws IOException {
        accepts(
                Way.RIGHT,
                "a server that takes no new clients, and lets those finish that are there");
    }

    @Test
    @Order(2)
    void accepts_your_own_server() throws IOException {
        var own = EchoOptions.defaults().withGrace(Duration.ofHours(1));
        Trial.accepts(
                new VirtualThreadsServer(own),
                "the server that you have written",
                ToldToStop::examine);
    }

    @Test
    @Order(3)
    void accepts_a_server_that_needs_a_while() throws IOException {
        accepts(
                Way.SLOW,
                "a server that closes its listener 300 ms after it was told so, and returns 300 ms after its last client has left");
    }

    @Test
    @Order(4)
    void refuses_a_server_that_cuts_its_clients_at_once() throws IOException {
        refuses(Way.CUTS_AT_ONCE, "a server that cuts its clients at once");
    }

    @Test
    @Order(5)
    void refuses_a_server_whose_close_returns_at_once() throws IOException {
        refuses(
                Way.RETURNS_AT_ONCE,
                "a server whose close returns while a client is still being served");
    }

    @Test
    @Order(6)
    void refuses_a_server_that_takes_new_clients() throws IOException {
        refuses(Way.TAKES_NEW_CLIENTS, "a server that takes new clients as long as one is there");
    }

    @Test
    @Order(7)
    void refuses_a_server_that_no_longer_answers() throws IOException {
        refuses(Way.NO_LONGER_ANSWERS, "a server that keeps its clients, and answers them no more");
    }

    @Test
    @Order(8)
    void refuses_a_server_that_cuts_who_goes_on_talking() throws IOException {
        refuses(
                Way.CUTS_WHO_GOES_ON,
                "a server that waits for its clients to leave, and cuts who says something more");
    }

    @Test
    @Order(9)
    void refuses_a_server_that_resets_who_finishes() throws IOException {
        refuses(
                Way.RESETS_WHO_FINISHES,
                "a server that resets the connection of who ends his side in the grace");
    }

    @Test
    @Order(10)
    void refuses_a_server_that_always_waits_out_the_grace() throws IOException {
        refuses(
                Way.WAITS_OUT_THE_GRACE,
                "a server that waits for an hour although its last client has left");
    }

    private static void accepts(Way way, String which) throws IOException {
        Trial.accepts(new StoppingServer(way), which, ToldToStop::examine);
    }

    private static void refuses(Way way, String which) throws IOException {
        Trial.refuses(new StoppingServer(way), which, ToldToStop::examine);
    }
}
