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

/// Does the test that was written accept servers that stop as they should, and not those that stop too soon, or not for all?
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
        StoppingServer.isRefused(Way.CUTS_AT_ONCE, "a server that cuts its clients at once");
    }

    @Test
    @Order(5)
    void refuses_a_server_whose_close_returns_at_once() throws IOException {
        StoppingServer.isRefused(
                Way.RETURNS_AT_ONCE,
                "a server whose close returns while a client is still being served");
    }

    @Test
    @Order(6)
    void refuses_a_server_that_takes_new_clients() throws IOException {
        StoppingServer.isRefused(
                Way.TAKES_NEW_CLIENTS, "a server that takes new clients as long as one is there");
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
}
