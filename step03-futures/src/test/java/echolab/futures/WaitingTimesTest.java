package echolab.futures;

import echolab.EchoOptions;
import echolab.contract.Expect;
import echolab.contract.GivenServer;
import echolab.contract.Trial;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the measurement that was written see everybody who waits? All bounds are from below, or on the least of many: a busy machine makes people wait
/// longer.
@DisplayName("A measurement")
@Timeout(120)
class WaitingTimesTest {

    private static final int MESSAGES = 200;
    private static final Duration STALL = Duration.ofMillis(500);

    /// What a server does before it answers the byte of this number, from 0.
    @FunctionalInterface
    private interface Before {
        void answer(int number) throws InterruptedException;
    }

    private final AtomicInteger received = new AtomicInteger();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    @Test
    @Order(1)
    void tells_of_each_message() throws Exception {
        var waited = waited(_ -> {});

        Expect.that(
                "200 messages are sent, one byte each",
                received.get() == MESSAGES,
                () -> "%s bytes came to the server".formatted(received.get()));
        Expect.that(
                "of each of them is told how long its user waited",
                waited.size() == MESSAGES,
                () -> "%s times are told".formatted(waited.size()));
        Expect.that(
                "nobody has an answer before he asks",
                waited.stream().noneMatch(Duration::isNegative),
                () -> "the shortest time is " + least(waited));
        var lasted = Duration.ofNanos(last.get() - first.get());
        Expect.that(
                "between the first message and the last lie 199 times 5 ms",
                lasted.toMillis() > 600,
                () -> "the server had all within %s ms".formatted(lasted.toMillis()));
    }

    @Test
    @Order(2)
    void does_not_count_the_time_before_a_user_came() throws Exception {
        // on a busy machine somebody may indeed wait for so long: one of several attempts must be
        // quick
        var shortest = Duration.ofDays(1);
        for (var attempt = 0; attempt < 4 && shortest.toMillis() >= 300; attempt++) {
            var waited = waited(_ -> {});
            shortest = least(waited.subList(waited.size() / 2, waited.size()));
        }
        var late = shortest;

        Expect.that(
                "who comes in the second half, and is answered at once, has not waited since the beginning",
                late.toMillis() < 300,
                () -> "the shortest time of the second half is %s ms".formatted(late.toMillis()));
    }

    @Test
    @Order(3)
    void sees_all_who_came_while_the_server_stood_still() throws Exception {
        var waited = waited(number -> sleep(number == 50 ? STALL : Duration.ZERO));
        var many = waited.stream().filter(it -> it.toMillis() >= 100).count();

        Expect.that(
                "the server stands still for 500 ms, in which a hundred users come: 80 of them wait for 100 ms or more",
                many >= 70,
                () -> "%s waited for 100 ms or more".formatted(many));
        var middle = waited.get(100);
        Expect.that(
                "who comes in the middle of that time waits for half of it",
                middle.toMillis() >= 200,
                () -> "message 100 is said to have waited for %s ms".formatted(middle.toMillis()));
    }

    @Test
    @Order(4)
    void tells_who_came_late_in_a_standstill_from_who_came_early() throws Exception {
        // as above: one of several attempts must be quick
        var shortest = Duration.ofDays(1);
        for (var attempt = 0; attempt < 4 && shortest.toMillis() >= 300; attempt++) {
            shortest = waited(new GivenServer(WaitingTimesTest::answerAHundredAtOnce)).get(119);
        }
        var late = shortest;

        Expect.that(
                "a server stands still from message 20 until a hundred wait, and answers them at once: the last of them has hardly waited",
                late.toMillis() < 300,
                () -> "message 119 is said to have waited for %s ms".formatted(late.toMillis()));
    }

    @Test
    @Order(5)
    void sees_that_a_server_cannot_keep_up() throws Exception {
        var waited = waited(_ -> sleep(Duration.ofMillis(8)));
        var end = waited.getLast();

        Expect.that(
                "a server that needs 8 ms for each message falls behind by 3 ms with each: the last user waits for more than half a second",
                end.toMillis() >= 400,
                () -> "the last one is said to have waited for %s ms".formatted(end.toMillis()));
    }

    @Test
    @Order(6)
    void sees_that_a_server_answers_late() throws Exception {
        var waited = waited(number -> sleep(Duration.ofMillis(number == 0 ? 300 : 0)));

        Expect.that(
                "the first user waits for 300 ms",
                waited.getFirst().toMillis() >= 300,
                () -> "he is said to have waited for " + waited.getFirst());
    }

    @Test
    @Order(7)
    void fails_when_the_server_hangs_up() throws Exception {
        var hangsUp = new GivenServer(WaitingTimesTest::answerAHundred);
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

    private static void answerAHundred(Socket client) throws IOException {
        for (var i = 0; i < 100; i++) {
            client.getOutputStream().write(client.getInputStream().read());
        }
    }

    @Test
    @Order(8)
    void measures_your_own_server() throws Exception {
        var own = EchoOptions.defaults().withGrace(Duration.ZERO);
        Trial.accepts(
                new FuturesServer(own),
                "the server that you have written",
                it -> requireAll(WaitingTimes.of(it.address())));
    }

    private static void requireAll(List<Duration> waited) {
        if (waited.size() != MESSAGES) {
            throw new AssertionError(waited.size() + " times");
        }
    }

    private List<Duration> waited(Before before) throws Exception {
        return waited(new GivenServer(client -> answer(client, before)));
    }

    private static List<Duration> waited(GivenServer server) {
        var waited = new AtomicReference<List<Duration>>();
        Trial.accepts(
                server,
                "a server that answers each message",
                it -> waited.set(List.copyOf(WaitingTimes.of(it.address()))));
        return waited.get();
    }

    private void answer(Socket client, Before before) throws IOException, InterruptedException {
        var in = client.getInputStream();
        for (var value = in.read(); value >= 0; value = in.read()) {
            last.set(System.nanoTime());
            var number = received.getAndIncrement();
            first.compareAndSet(0, last.get());
            before.answer(number);
            client.getOutputStream().write(value);
        }
    }

    /// Stands still from message 20 until a hundred wait, and answers them in one write. For a client that sends one at a time it stands still for half a
    /// second.
    private static void answerAHundredAtOnce(Socket client)
            throws IOException, InterruptedException {
        var in = client.getInputStream();
        for (var i = 0; i < 20; i++) {
            client.getOutputStream().write(in.read());
        }
        var begin = System.nanoTime();
        while (in.available() < 100
                && (in.available() > 1 || System.nanoTime() - begin < STALL.toNanos())) {
            Thread.sleep(1);
        }
        client.getOutputStream().write(in.readNBytes(in.available()));
        in.transferTo(client.getOutputStream());
    }

    private static void sleep(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            Thread.sleep(time);
        }
    }

    private static Duration least(List<Duration> waited) {
        return waited.stream().min(Duration::compareTo).orElse(Duration.ZERO);
    }
}
