package echolab.virtualthreads;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Has each client a thread of its own again, and one that costs little?
@DisplayName("A thread a connection")
@Timeout(120)
class ThreadAConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// In which nothing may happen that a wrong answer would do at once.
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private EchoServer server;

    @BeforeEach
    void start() throws IOException {
        server = new VirtualThreadsServer(options());
    }

    private EchoOptions options() {
        return EchoOptions.defaults()
                .withGrace(Duration.ZERO)
                .withObserver(_ -> threads.add(Thread.currentThread()));
    }

    /// In the background, because how it closes is tested elsewhere.
    @AfterEach
    void close() {
        Thread.ofVirtual().start(server::close);
    }

    @Test
    @Order(1)
    void a_client_is_served() throws IOException {
        try (var client = connect()) {
            Expect.that("a client that is accepted gets its echo", () -> client.echo(5));
        }
    }

    @Test
    @Order(2)
    void a_second_client_is_served_while_the_first_one_is_still_there() throws IOException {
        try (var first = connect();
                var second = connect()) {
            first.echo(5);
            Expect.that(
                    "the thread that accepts hands the connection over and goes back to accepting",
                    () -> second.echo(5));
            Expect.that(
                    "each connection has a thread of its own",
                    threads.size() == 2,
                    () -> "the two were served by " + threads);
        }
    }

    @Test
    @Order(3)
    void the_threads_are_virtual() throws IOException {
        try (var client = connect()) {
            client.echo(5);
            Expect.that(
                    "a platform thread that waits keeps a megabyte of stack and a thread of the system; a virtual one keeps a few hundred bytes of heap",
                    threads.stream().allMatch(Thread::isVirtual),
                    () -> "the connection was served by " + threads);
        }
    }

    @Test
    @Order(4)
    @DisplayName("the server's executor knows the threads, so that closing can find them")
    void known_to_the_executor() throws IOException {
        try (var client = connect()) {
            client.echo(5);
            Expect.that(
                    "threads come from the executor, which counts them and names them echo-0, echo-1 …",
                    threads.stream().allMatch(thread -> thread.getName().startsWith("echo-")),
                    () -> "the connection was served by " + threads);
        }
    }

    @Test
    @Order(5)
    void who_leaves_gives_back_the_one_place_that_it_had() throws IOException {
        close();
        server = new VirtualThreadsServer(options().withMaxConnections(2));
        try (var first = connect();
                var second = connect();
                var third = connect();
                var fourth = connect()) {
            first.echo(5);
            Expect.that(
                    "in a server with two places two clients are served: the loop that accepts counts them, accept does not",
                    () -> second.echo(5));
            first.finish();
            Expect.that(
                    "serve gives back the place of who has left: the next client is served",
                    () -> third.echo(5));
            fourth.send(5);
            Expect.that(
                    "one place is given back and no more: with two clients there, the next one waits in the backlog",
                    !new Patience(MOMENT).sees(() -> threads.size() > 3),
                    () -> "three are served at the same time");
        }
    }

    private EchoClient connect() throws IOException {
        return EchoClient.connect(server.address(), PATIENCE);
    }
}
