package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// The first to end decides, and nothing that the others do can change it.
@LoopTest
class RaceBehaviourTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    private AutoCloseable resource(String name) {
        return () -> time.log.add(name + " closed");
    }

    private Callable<AutoCloseable> opens(int millis, String name) {
        return () -> {
            Task.sleep(ms(millis));
            return resource(name);
        };
    }

    @Test
    void a_race_of_one_is_won_by_it() throws Exception {
        assertThat(time.run(() -> Task.race(time.after(10, "only")))).isEqualTo("only");
    }

    @Test
    void who_gives_nothing_can_win() throws Exception {
        Object nothing = time.run(() -> Task.<String>race(() -> null, time.after(10, "b")));
        assertThat(nothing).isNull();
        assertThat(time.passed()).isZero();
    }

    @Test
    void of_two_that_end_in_the_same_turn_the_first_wins() throws Exception {
        assertThat(time.run(() -> Task.race(time.after(10, "a"), time.after(10, "b"))))
                .isEqualTo("a");
    }

    @Test
    void who_has_not_begun_when_the_race_is_won_never_begins() throws Exception {
        Callable<String> second =
                () -> {
                    time.log.add("began");
                    return "second";
                };
        assertThat(time.run(() -> Task.race(() -> "first", second))).isEqualTo("first");
        assertThat(time.log).isEmpty();
    }

    @Test
    void a_race_waits_until_the_losers_have_cleaned_up() throws Exception {
        var won = time.run(() -> Task.race(time.after(10, "quick"), bodies.cleansUp("loser", 30)));
        assertThat(won).isEqualTo("quick");
        assertThat(time.log).containsExactly("quick", "loser cleaned up");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    @Test
    void the_first_to_fail_decides_as_well() {
        var failure = new IOException("the body's own");
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.race(
                                        time.after(20, "late"),
                                        () -> {
                                            Task.sleep(ms(10));
                                            throw failure;
                                        })))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
        assertThat(time.log).containsExactly("late cancelled");
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void an_error_decides_as_well() {
        var error = new LinkageError("not a real one");
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.race(
                                        time.after(20, "late"),
                                        () -> {
                                            throw error;
                                        })))
                .isSameAs(error);
    }

    @Test
    void a_won_race_stays_won_when_a_loser_fails_to_clean_up_and_the_log_says_so()
            throws Exception {
        try (var logged = Logged.by(Task.class)) {
            var won =
                    time.run(() ->
                            Task.race(
                                    time.after(10, "winner"), bodies.failsToCleanUp("loser", 30)));
            assertThat(won).isEqualTo("winner");
            assertThat(logged.thrown())
                    .extracting(Throwable::getMessage)
                    .containsExactly("loser could not clean up");
        }
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    @Test
    void a_won_race_stays_won_when_the_second_fails_in_the_same_turn() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            assertThat(
                            time.run(() ->
                                    Task.race(
                                            time.after(10, "winner"),
                                            bodies.failsAfter(10, "second"))))
                    .isEqualTo("winner");
            // it was woken before the race was won: either it was cancelled, or what it threw is in
            // the log
            assertThat(logged.thrown()).extracting(Throwable::getMessage).isSubsetOf("second");
        }
    }

    @Test
    void what_losers_throw_is_suppressed_by_the_failure_that_decided() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.race(
                                        bodies.failsToCleanUp("a", 20),
                                        bodies.failsAfter(10, "bad"),
                                        bodies.failsToCleanUp("c", 10))));
        assertThat(thrown).hasMessage("bad");
        assertThat(thrown.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("c could not clean up", "a could not clean up");
    }

    @Test
    void a_loser_that_gives_a_result_after_a_failure_does_not_win() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.race(
                                        bodies.failsAfter(10, "bad"),
                                        bodies.givesAllTheSame("late", 20))))
                .hasMessage("bad");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void what_a_loser_gave_is_closed_and_what_the_winner_gave_is_not() throws Exception {
        time.run(() ->
                Task.race(
                        opens(10, "winner"),
                        bodies.givesAllTheSame(resource("stubborn"), 10),
                        opens(50, "never")));
        assertThat(time.log).containsExactly("stubborn closed");
    }

    @Test
    void of_two_results_in_the_same_turn_the_second_is_closed_or_was_never_made() throws Exception {
        var made = new int[1];
        Callable<AutoCloseable> body =
                () -> {
                    Task.sleep(ms(10));
                    made[0]++;
                    return resource("one");
                };
        time.run(() -> Task.race(body, body, body));
        assertThat(time.log).hasSize(made[0] - 1);
    }

    @Test
    void what_a_loser_gave_is_closed_when_a_failure_decided() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.<Object>race(
                                        bodies.failsAfter(10, "bad"),
                                        bodies.givesAllTheSame(resource("late"), 10))))
                .hasMessage("bad");
        assertThat(time.log).containsExactly("late closed");
    }

    /// Closing may wait; whoever has won does not hear of it.
    @Test
    void what_a_loser_gave_is_closed_to_the_end_before_the_race_gives_its_result()
            throws Exception {
        AutoCloseable closesSlowly = () -> bodies.cleanUp("resource", 20);
        var won =
                time.run(() ->
                        Task.<Object>race(
                                time.after(10, "winner"),
                                bodies.givesAllTheSame(closesSlowly, 10)));
        assertThat(won).isEqualTo("winner");
        assertThat(time.log).containsExactly("winner", "resource cleaned up");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    @Test
    void what_fails_to_be_closed_does_not_change_who_won_and_is_logged() throws Exception {
        AutoCloseable stuck =
                () -> {
                    throw new IOException("cannot be closed");
                };
        try (var logged = Logged.by(Task.class)) {
            var won =
                    time.run(() ->
                            Task.<Object>race(
                                    time.after(10, "winner"), bodies.givesAllTheSame(stuck, 10)));
            assertThat(won).isEqualTo("winner");
            assertThat(logged.thrown())
                    .extracting(Throwable::getMessage)
                    .containsExactly("cannot be closed");
        }
    }

    @Test
    void a_cancel_of_whoever_races_ends_all_and_each_once() throws Exception {
        time.run(() -> {
            var racing =
                    Task.spawn(
                            "racing",
                            () -> Task.race(bodies.cleansUp("a", 20), bodies.cleansUp("b", 30)));
            Task.sleep(ms(10));
            racing.cancel();
            assertThat(catchThrowable(racing::await)).isInstanceOf(CancellationException.class);
            assertThat(racing.isCancelled()).isTrue();
            return null;
        });
        assertThat(time.log).containsExactly("a cleaned up", "b cleaned up");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    /// Whether the race still gives what was won or throws the cancel: the resource has an owner or is closed, and the task stops.
    @Test
    void a_cancel_while_the_losers_of_a_won_race_clean_up_is_not_lost_and_nor_is_what_was_won()
            throws Exception {
        time.run(() -> {
            var racing =
                    Task.spawn(
                            "racing",
                            () -> {
                                try (var _ =
                                        Task.race(
                                                opens(10, "won"),
                                                bodies.givesAllTheSame(resource("late"), 20))) {
                                    bodies.sleep(50, "rest");
                                }
                            });
            Task.sleep(ms(15));
            racing.cancel();
            assertThat(catchThrowable(racing::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).contains("won closed", "late closed").doesNotContain("rest");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void a_race_that_lasts_too_long_ends_with_its_limit() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.timeout(
                                        ms(10),
                                        () -> Task.race(time.after(50, "a"), time.after(60, "b")))))
                .isInstanceOf(TimeoutException.class);
        assertThat(time.log).containsExactly("a cancelled", "b cancelled");
    }

    @Test
    void whoever_handled_the_failure_of_a_race_goes_on() throws Exception {
        time.run(() -> {
            assertThat(
                            catchThrowable(() ->
                                    Task.race(bodies.failsAfter(10, "bad"), time.after(20, "b"))))
                    .hasMessage("bad");
            bodies.sleepOrNot(10, "rest");
            return null;
        });
        assertThat(time.log).containsExactly("b cancelled", "rest");
    }

    @Test
    void a_race_of_which_every_body_was_cancelled_on_its_own_is_cancelled() throws Exception {
        time.run(() -> {
            Callable<String> cancelled =
                    () -> {
                        Task.current().cancel();
                        Task.yield();
                        return "never";
                    };
            assertThat(catchThrowable(() -> Task.race(cancelled)))
                    .isInstanceOf(CancellationException.class);
            bodies.sleepOrNot(10, "rest");
            return null;
        });
        assertThat(time.log).containsExactly("rest");
    }

    /// It has not ended by a result or an exception of its own, so it does not decide.
    @Test
    void a_racer_that_was_cancelled_on_its_own_leaves_the_race_to_the_others() throws Exception {
        Callable<String> cancelled =
                () -> {
                    Task.current().cancel();
                    Task.yield();
                    return "never";
                };
        assertThat(time.run(() -> Task.race(cancelled, time.after(10, "b"), time.after(20, "c"))))
                .isEqualTo("b");
        assertThat(time.log).containsExactly("b", "c cancelled");
    }

    @Test
    void what_a_loser_throws_after_another_gave_a_late_result_is_suppressed_by_the_failure() {
        try (var logged = Logged.by(Task.class)) {
            var thrown =
                    catchThrowable(() ->
                            time.run(() ->
                                    Task.race(
                                            bodies.failsAfter(10, "bad"),
                                            bodies.givesAllTheSame("late", 10),
                                            bodies.failsToCleanUp("loser", 20))));
            assertThat(thrown).hasMessage("bad");
            assertThat(thrown.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("loser could not clean up");
            assertThat(logged.messages()).isEmpty();
        }
    }

    @Test
    void races_can_be_raced() throws Exception {
        var won =
                time.run(() ->
                        Task.race(
                                () -> Task.race(time.after(30, "a"), time.after(20, "b")),
                                () -> Task.race(time.after(10, "c"), time.after(40, "d"))));
        assertThat(won).isEqualTo("c");
        assertThat(time.log)
                .containsExactlyInAnyOrder("c", "d cancelled", "a cancelled", "b cancelled");
        assertThat(time.passed()).isEqualTo(ms(10));
    }
}
