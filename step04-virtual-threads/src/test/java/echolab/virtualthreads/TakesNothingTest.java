package echolab.virtualthreads;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import echolab.contract.Expect;
import echolab.contract.Patience;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What ends a write that its client does not take? On a socket whose kernel takes what the test says.
@DisplayName("A client that takes nothing")
@Timeout(120)
class TakesNothingTest {

    private final ScriptedConversation talk = new ScriptedConversation();

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    @Order(1)
    void that_takes_all_is_served() {
        talk.expectServed(1, (_, _) -> {});
    }

    @Test
    @Order(2)
    void is_ended_when_its_time_is_up() {
        var begin = System.nanoTime();
        talk.serve(1, (_, closed) -> closed.await());

        Expect.that(
                "a write that its client does not take ends when the idle time-out is over, and the connection with it",
                new Patience(ScriptedConversation.PATIENCE)
                        .sees(() -> talk.isCut() && talk.isOver()),
                () -> talk.isCut() ? "the thread still waits" : "the socket is open still");
        var lasted = Duration.ofNanos(System.nanoTime() - begin);
        Expect.that(
                "the client has all of its time: 600 ms",
                lasted.compareTo(ScriptedConversation.LIMIT) >= 0,
                () -> "it was cut after %s ms".formatted(lasted.toMillis()));
    }

    @Test
    @Order(3)
    void and_takes_all_in_the_end_has_not_used_up_the_time_of_the_next_write() {
        talk.expectServed(6, (_, _) -> Thread.sleep(ScriptedConversation.LIMIT.toMillis() / 3));
    }

    @Test
    @Order(4)
    void and_takes_a_little_now_and_then_has_no_more_time_for_that() {
        var size = 64 << 10;
        var all = ScriptedConversation.LIMIT.multipliedBy(10).toMillis();
        talk.serve(1, size, (length, closed) -> closed.await(all * length / size, MILLISECONDS));

        Expect.that(
                "all of a write is over within the idle time-out, or it has failed: what was taken by then gives it no more time",
                new Patience(ScriptedConversation.PATIENCE)
                                .sees(() -> talk.written() > size / 2 || talk.isOver())
                        && talk.isOver(),
                () ->
                        "%s of %s bytes were taken, in more than three times its time"
                                .formatted(talk.written(), size));
    }
}
