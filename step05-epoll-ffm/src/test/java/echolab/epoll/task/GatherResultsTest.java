package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;

import echolab.contract.Expect;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Several bodies at the same time, one result. In virtual time.
@LoopTest
@DisplayName("Gathering")
class GatherResultsTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    @Order(1)
    void the_results_come_in_the_order_of_the_bodies_whoever_ends_first() throws Exception {
        var results = time.run(() -> Task.gather(time.after(30, "slow"), time.after(10, "quick")));
        Expect.that(
                "the caller must know which result is whose: slow, quick",
                results.equals(List.of("slow", "quick")),
                () -> String.valueOf(results));
    }

    @Test
    @Order(2)
    void they_run_at_the_same_time_so_it_takes_as_long_as_the_slowest() throws Exception {
        time.run(() -> Task.gather(time.after(30, "a"), time.after(20, "b"), time.after(10, "c")));
        Expect.that(
                "all are started before one is waited for: 30 ms",
                time.passed().equals(ms(30)),
                () -> time.passed().toMillis() + " ms");
    }

    @Test
    @Order(3)
    void when_one_fails_the_others_are_cancelled_and_its_failure_is_thrown() throws Exception {
        Callable<String> fails =
                () -> {
                    Task.sleep(ms(10));
                    throw new IllegalStateException("body failed");
                };
        var thrown = thrownBy(() -> Task.gather(time.after(50, "other"), fails));
        Expect.that(
                "whoever awaits gets the failure itself",
                thrown.equals("java.lang.IllegalStateException: body failed"),
                () -> thrown);
        Expect.that(
                "nobody will use the results of the others any more, so they are cancelled when the first fails, after 10 ms, and do not run to their end",
                time.log.equals(List.of("other cancelled")) && time.passed().equals(ms(10)),
                () -> "after %d ms: %s".formatted(time.passed().toMillis(), time.log));
    }

    @Test
    @Order(4)
    void when_it_is_cancelled_itself_none_of_its_bodies_is_left_behind() throws Exception {
        time.run(() -> {
            var gathering =
                    Task.spawn(
                            "gathering",
                            () -> Task.gather(time.after(50, "a"), time.after(60, "b")));
            Task.sleep(ms(10));
            gathering.cancel();
            try {
                gathering.await();
            } catch (CancellationException _) {
                time.log.add("gathering cancelled");
            }
            Expect.that(
                    "whoever cancels the task that gathers means its bodies too, and they end first",
                    time.log.equals(List.of("a cancelled", "b cancelled", "gathering cancelled")),
                    () -> String.valueOf(time.log));
            return null;
        });
    }

    @Test
    @Order(5)
    void when_one_fails_what_the_others_have_given_is_closed() {
        Callable<AutoCloseable> opens = () -> () -> time.log.add("closed");
        Callable<AutoCloseable> fails =
                () -> {
                    Task.sleep(ms(10));
                    throw new IllegalStateException("body failed");
                };
        var thrown = thrownBy(() -> Task.gather(opens, fails));
        Expect.that(
                "one body has given something open, a connection perhaps, before another failed; the caller gets the failure and not the list, so nobody else can close it",
                time.log.equals(List.of("closed")),
                () -> "it is open still, and the caller got " + thrown);
    }

    @Test
    @Order(6)
    void what_is_given_to_the_caller_is_open() throws Exception {
        Callable<AutoCloseable> opens = () -> () -> time.log.add("closed");
        time.run(() -> Task.gather(opens, opens));
        Expect.that(
                "all went well, so the results are the caller's, who closes them when it is done",
                time.log.isEmpty(),
                () -> "they were " + time.log);
    }

    @Test
    @Order(7)
    void a_body_that_gives_null_has_its_place_too() throws Exception {
        Callable<String> nothing = () -> null;
        Expect.that(
                "the results are as many as the bodies, in their order: null, b, null",
                () -> {
                    var results = time.run(() -> Task.gather(nothing, () -> "b", nothing));
                    if (!results.equals(Arrays.asList(null, "b", null))) {
                        throw new AssertionError(results);
                    }
                });
    }

    @Test
    @Order(8)
    void what_was_given_is_closed_wherever_its_body_stands_and_even_if_it_came_late() {
        Callable<AutoCloseable> fails =
                () -> {
                    Task.sleep(ms(10));
                    throw new IllegalStateException("body failed");
                };
        Callable<AutoCloseable> givesAllTheSame =
                () -> {
                    try {
                        Task.sleep(ms(50));
                    } catch (CancellationException _) {
                        time.log.add("cancelled");
                    }
                    return () -> time.log.add("closed the late one");
                };
        Callable<AutoCloseable> opens = () -> () -> time.log.add("closed the last one");
        var thrown = thrownBy(() -> Task.gather(fails, givesAllTheSame, opens));
        Expect.that(
                "the first body fails; the second is cancelled, and gives a connection all the same; the third had given one before: both are closed, once all have ended",
                time.log.size() == 3
                        && time.log.containsAll(
                                List.of("cancelled", "closed the late one", "closed the last one")),
                () -> "%s, and the caller got %s".formatted(time.log, thrown));
    }

    @Test
    @Order(9)
    void an_error_leaves_nothing_open_either() {
        Callable<AutoCloseable> opens = () -> () -> time.log.add("closed");
        Callable<AutoCloseable> fails =
                () -> {
                    Task.sleep(ms(10));
                    throw new LinkageError("body failed");
                };
        var thrown = thrownBy(() -> Task.gather(opens, fails));
        Expect.that(
                "not every failure is an exception: after an error, too, what the others have given is closed",
                time.log.equals(List.of("closed")),
                () -> "it is open still, and the caller got " + thrown);
    }

    private String thrownBy(Callable<?> body) {
        try {
            return "nothing was thrown but a result given: " + time.run(body);
        } catch (Throwable e) {
            return e.toString();
        }
    }
}
