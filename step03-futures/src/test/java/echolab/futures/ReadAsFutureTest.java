package echolab.futures;

import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is a read that returns at once? On a loop that really runs, with a client that sends when the test says so.
@DisplayName("A read as a future")
@Timeout(120)
class ReadAsFutureTest {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final ByteBuffer buffer = ByteBuffer.allocate(100);
    private EventLoop loop;
    private SocketChannel client;
    private SocketChannel channel;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        loop = new EventLoop();
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(listener.getLocalAddress());
            channel = listener.accept();
        }
        connection = Connection.of(channel, loop);
    }

    /// In the background, because a loop that a mistake has blocked does not end.
    @AfterEach
    void disconnect() throws IOException {
        client.close();
        channel.close();
        Thread.ofVirtual().start(loop::stop);
    }

    @Test
    @Order(1)
    void a_read_with_nothing_to_read_returns_a_future_that_is_not_complete() {
        var read = onLoop(() -> connection.read(buffer));

        Expect.that(
                "nothing was sent yet, so there is no count yet: the future is completed when the channel is ready",
                !read.isDone(),
                () -> "the future is complete already: " + read);
    }

    @Test
    @Order(2)
    void while_a_read_waits_the_loop_does_other_things() {
        loop.execute(() -> connection.read(buffer));

        Expect.that(
                "nobody waits in the loop's thread: while it waits for one client, it serves none of the others",
                () -> get(CompletableFuture.runAsync(() -> {}, loop)));
    }

    @Test
    @Order(3)
    void when_bytes_come_the_future_has_their_count_and_the_buffer_has_them() {
        var read = onLoop(() -> connection.read(buffer));

        send("hello");

        Expect.that(
                "the channel is read once it is ready, and the future completed with the count",
                () -> {
                    var count = get(read);
                    Expect.that("the count is 5", count == 5, () -> "it is " + count);
                });
        Expect.that(
                "the buffer holds what was sent",
                text().equals("hello"),
                () -> "it holds \"" + text() + "\"");
    }

    @Test
    @Order(4)
    void a_second_read_waits_for_the_next_bytes() {
        var first = onLoop(() -> connection.read(buffer));
        send("hello");
        Expect.that("the first read has its bytes", () -> get(first));

        var second = onLoop(() -> connection.read(buffer.clear()));
        Expect.that(
                "readiness is used up by a read: who wants more asks again",
                !second.isDone(),
                () -> "the second read is complete before anything else was sent: " + second);
        send("you");
        Expect.that("the second read has the next bytes", () -> get(second));
    }

    @Test
    @Order(5)
    @DisplayName("when the client ends its side, the future has -1")
    void end_of_stream() throws IOException {
        var read = onLoop(() -> connection.read(buffer));

        client.shutdownOutput();

        Expect.that(
                "the end is a value, and not a failure",
                () -> {
                    var count = get(read);
                    Expect.that("it is -1", count == -1, () -> "it is " + count);
                });
    }

    @Test
    @Order(6)
    void a_read_that_fails_fails_the_future() throws IOException {
        var read = onLoop(() -> connection.read(buffer));

        client.setOption(StandardSocketOptions.SO_LINGER, 0);
        client.close();

        Expect.that(
                "a client that resets the connection is a failure, and neither an end nor a wait for ever",
                new Patience(PATIENCE).sees(read::isDone) && read.isCompletedExceptionally(),
                () -> "the future is " + read);
    }

    @Test
    @Order(7)
    void the_channel_is_read_by_the_thread_of_the_loop() {
        var threads = new CompletableFuture<List<Thread>>();
        loop.execute(() -> {
            var own = Thread.currentThread();
            connection
                    .read(buffer)
                    .whenComplete((_, _) -> threads.complete(List.of(own, Thread.currentThread())));
        });

        send("hello");

        Expect.that(
                "who waits for the read goes on in the loop's thread: nothing of a connection has a lock",
                () -> {
                    var seen = get(threads);
                    Expect.that(
                            "it is that of the loop",
                            seen.getFirst() == seen.getLast(),
                            () -> "it is " + seen.getLast());
                });
    }

    private String text() {
        return StandardCharsets.US_ASCII.decode(buffer.duplicate().flip()).toString();
    }

    private void send(String text) {
        Expect.that("the client sends", () -> client.write(StandardCharsets.US_ASCII.encode(text)));
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        if (!new Patience(PATIENCE).sees(future::isDone)) {
            throw new TimeoutException();
        }
        return future.get();
    }

    private <T> T onLoop(Supplier<T> task) {
        try {
            return get(CompletableFuture.supplyAsync(task, loop));
        } catch (Exception e) {
            throw new AssertionError(
                    "a read returns at once, whatever there is to read\n" + Expect.SEEN + e, e);
        }
    }
}
