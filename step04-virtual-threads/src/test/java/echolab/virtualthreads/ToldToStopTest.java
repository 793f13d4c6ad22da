package echolab.virtualthreads;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.contract.Trial;
import echolab.virtualthreads.StoppingServer.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the test that was written tell servers that stop as they should from those that do not?
@DisplayName("A test of closing")
@Timeout(120)
class ToldToStopTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

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
        acceptsInTime(new VirtualThreadsServer(own), "the server that you have written");
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

    @Test
    @Order(11)
    void refuses_a_server_that_answers_something_else() throws IOException {
        refuses(
                Way.ANSWERS_SOMETHING_ELSE,
                "a server that answers something else than what was said, once it is told to stop");
    }

    @Test
    @Order(12)
    void refuses_a_server_that_goes_on_sending() throws IOException {
        refuses(
                Way.GOES_ON_SENDING,
                "a server that sends without end to who has ended his side in the grace");
    }

    private static void accepts(Way way, String which) throws IOException {
        var server = new StoppingServer(way);
        try {
            acceptsInTime(server, which);
        } finally {
            server.isOver();
        }
    }

    private static void acceptsInTime(EchoServer server, String which) {
        var ended = new CompletableFuture<Void>();
        var inTime =
                CompletableFuture.supplyAsync(
                        () -> new Patience(LIMIT).sees(ended::isDone),
                        look -> Thread.ofPlatform().daemon().start(look));
        Trial.accepts(
                server,
                which,
                examined -> {
                    ToldToStop.examine(examined);
                    ended.complete(null);
                });
        Expect.that(
                "your test takes five seconds at most with " + which,
                inTime.join(),
                () -> "it took longer than that");
    }

    private static void refuses(Way way, String which) throws IOException {
        var server = new StoppingServer(way);
        try {
            Trial.refuses(server, which, ToldToStop::examine);
        } finally {
            server.isOver();
        }
    }
}
