package echolab.selector;

import echolab.contract.Expect;
import echolab.contract.Patience;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// For how long may the loop sleep when somebody has to look after silent clients now and then?
@DisplayName("The sleep of a loop")
@Timeout(120)
class IdleSleepTest {

    /// Ten looks: one every six minutes.
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static final long SIX_MINUTES = 360_000;

    @Test
    @Order(1)
    void ends_before_the_next_look_when_nothing_happens() {
        var may = new IdleTimeout(AN_HOUR).sleepAtMost(0);

        Expect.that(
                "0 is no limit: a loop that has nothing else to do sleeps until the next look, here six minutes at most",
                may >= 1 && may <= SIX_MINUTES,
                () -> "it may sleep for %s ms; 0 is for ever".formatted(may));
        Expect.that(
                "and not much less than that: each look costs a walk over all connections",
                may > SIX_MINUTES / 2,
                () -> "it may sleep for %s ms".formatted(may));
    }

    @Test
    @Order(2)
    void is_no_longer_than_somebody_else_wants() {
        var may = new IdleTimeout(AN_HOUR).sleepAtMost(100);

        Expect.that(
                "an acceptor that pauses wants the loop back in 100 ms, which is before the next look",
                may == 100,
                () -> "it may sleep for %s ms".formatted(may));
    }

    @Test
    @Order(3)
    void ends_before_the_next_look_also_when_somebody_wants_more() {
        var may = new IdleTimeout(AN_HOUR).sleepAtMost(2 * SIX_MINUTES);

        Expect.that(
                "the next look comes before what somebody else waits for",
                may >= 1 && may <= SIX_MINUTES,
                () -> "it may sleep for %s ms".formatted(may));
    }

    @Test
    @Order(4)
    void is_what_is_left_of_the_time_until_the_next_look() {
        // the time begins somewhere between these two moments
        var before = System.nanoTime();
        var idle = new IdleTimeout(Duration.ofSeconds(20));
        var after = System.nanoTime();
        new Patience(Duration.ofMillis(300)).sees(() -> false);
        var passed = Duration.ofNanos(System.nanoTime() - after).toMillis();
        var may = idle.sleepAtMost(0);
        var left = 2_000 - Duration.ofNanos(System.nanoTime() - before).toMillis();

        Expect.that(
                "of the 2,000 ms between two looks %s are over: the rest is left, or a ms, if it is time"
                        .formatted(passed),
                may >= 1 && may <= Math.max(1, 2_001 - passed),
                () -> "it may sleep for %s ms; 0 is for ever".formatted(may));
        Expect.that(
                "and all of the rest, or most of it: who wakes before has nothing to do but to ask again",
                may >= left * 9 / 10,
                () -> "%s ms were left, and it may sleep for %s ms".formatted(left, may));
    }

    @Test
    @Order(5)
    void is_not_for_ever_when_it_is_time_to_look() {
        // 200 ms lie between two looks
        var idle = new IdleTimeout(Duration.ofSeconds(2));
        new Patience(Duration.ofMillis(300)).sees(() -> false);
        for (var others : new long[] {0, 5_000}) {
            var may = idle.sleepAtMost(others);

            Expect.that(
                    "the time of the next look is over: the loop sleeps for the shortest time that a selector knows, which is 1 ms",
                    may == 1,
                    () -> "it may sleep for %s ms; 0 is for ever".formatted(may));
        }
        Expect.that(
                "then it is time to look, still: whoever asks for how long it may sleep has not looked yet",
                idle.isTimeToLook(),
                () -> "it is not, so that this look does not happen");
    }

    @Test
    @Order(6)
    void is_as_long_as_it_was_without_a_limit_on_silence() {
        var none = new IdleTimeout(Duration.ZERO);
        for (var millis : new long[] {0, 100}) {
            Expect.that(
                    "without a limit on silence nobody looks, and the loop sleeps for as long as it would",
                    none.sleepAtMost(millis) == millis,
                    () ->
                            "asked for %s ms, it may sleep for %s ms"
                                    .formatted(millis, none.sleepAtMost(millis)));
        }
    }
}
