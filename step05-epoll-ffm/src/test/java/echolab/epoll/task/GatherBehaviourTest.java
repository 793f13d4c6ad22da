package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What does `gather` do with bodies that fail, that are cancelled, or that give what has to be closed?
@LoopTest
class GatherBehaviourTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    /// What has to be closed, and logs that it was.
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
    void nobody_gathered_gives_no_results() throws Exception {
        assertThat(time.run(() -> Task.gather())).isEmpty();
    }

    @Test
    void a_body_may_give_nothing() throws Exception {
        assertThat(time.run(() -> Task.<String>gather(() -> null, () -> "b", () -> null)))
                .containsExactly(null, "b", null);
    }

    @Test
    void the_same_body_twice_runs_twice() throws Exception {
        var body = time.after(10, "body");
        assertThat(time.run(() -> Task.gather(body, body))).containsExactly("body", "body");
        assertThat(time.log).containsExactly("body", "body");
    }

    @Test
    void gathers_can_be_gathered() throws Exception {
        var results =
                time.run(() ->
                        Task.gather(
                                () -> Task.gather(time.after(30, "a"), time.after(10, "b")),
                                () -> Task.gather(time.after(20, "c"))));
        assertThat(results.get(0)).containsExactly("a", "b");
        assertThat(results.get(1)).containsExactly("c");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void ten_thousand_bodies_give_their_results_in_order() throws Exception {
        var bodies = IntStream.range(0, 10_000).<Callable<Integer>>mapToObj(i -> () -> i).toList();
        @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
        Callable<Integer>[] array = bodies.toArray(Callable[]::new);
        assertThat(time.run(() -> Task.gather(array)))
                .isEqualTo(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void the_exception_of_the_first_to_fail_is_thrown_as_it_is() {
        var failure = new IOException("the body's own");
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.gather(
                                        time.after(50, "a"),
                                        () -> {
                                            throw failure;
                                        })))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
    }

    @Test
    void the_first_is_who_fails_first_and_not_who_stands_first() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.gather(
                                        bodies.failsAfter(30, "a"),
                                        bodies.failsAfter(20, "b"),
                                        bodies.failsAfter(10, "c"))));
        assertThat(thrown).hasMessage("c").hasNoSuppressedExceptions();
        assertThat(time.passed()).isEqualTo(ms(10));
    }

    @Test
    void those_that_fail_after_their_cancel_are_all_told_of() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.gather(
                                        bodies.failsToCleanUp("a", 20),
                                        bodies.failsAfter(10, "b"),
                                        bodies.failsToCleanUp("c", 10))));
        assertThat(thrown).hasMessage("b");
        assertThat(Arrays.stream(thrown.getSuppressed()).map(Throwable::getMessage))
                .containsExactly("c could not clean up", "a could not clean up");
    }

    @Test
    void bodies_that_have_not_begun_when_one_fails_never_begin() {
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.gather(
                                        () -> {
                                            throw new IOException("at once");
                                        },
                                        () -> time.log.add("began"))))
                .hasMessage("at once");
        assertThat(time.log).isEmpty();
    }

    @Test
    void the_failure_waits_until_the_others_have_cleaned_up_and_none_hears_it_twice() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.gather(
                                        bodies.failsAfter(10, "bad"),
                                        bodies.failsToCleanUp("b", 10),
                                        bodies.cleansUp("c", 30))));
        assertThat(thrown).hasMessage("bad");
        assertThat(time.log).containsExactly("c cleaned up");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    @Test
    void an_error_of_a_body_is_thrown_as_it_is() {
        var error = new LinkageError("not a real one");
        assertThatThrownBy(() ->
                        time.run(() ->
                                Task.gather(
                                        time.after(50, "a"),
                                        () -> {
                                            throw error;
                                        })))
                .isSameAs(error);
        assertThat(time.log).containsExactly("a cancelled");
    }

    @Test
    void whoever_handled_the_failure_goes_on() throws Exception {
        time.run(() -> {
            assertThat(catchThrowable(() -> Task.gather(bodies.failsAfter(10, "bad"), () -> "b")))
                    .hasMessage("bad");
            bodies.sleepOrNot(10, "rest");
            return null;
        });
        assertThat(time.log).containsExactly("rest");
    }

    @Test
    void what_the_others_gave_is_closed_when_one_fails() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.<Object>gather(
                                        opens(5, "before"),
                                        bodies.failsAfter(10, "bad"),
                                        bodies.givesAllTheSame(resource("after"), 10),
                                        opens(50, "never"))));
        assertThat(thrown).hasMessage("bad").hasNoSuppressedExceptions();
        assertThat(time.log).containsExactlyInAnyOrder("before closed", "after closed");
    }

    @Test
    void what_fails_to_be_closed_is_suppressed_by_the_failure() {
        AutoCloseable stuck =
                () -> {
                    throw new IOException("cannot be closed");
                };
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.<Object>gather(
                                        () -> stuck,
                                        opens(1, "other"),
                                        bodies.failsAfter(10, "bad"))));
        assertThat(thrown).hasMessage("bad");
        assertThat(thrown.getSuppressed()).hasSize(1);
        assertThat(thrown.getSuppressed()[0]).hasMessage("cannot be closed");
        assertThat(time.log).containsExactly("other closed");
    }

    /// Closing may wait. The cancel that stands when a body has failed must not cut it short.
    @Test
    void what_the_others_gave_is_closed_to_the_end_although_a_cancel_stands() throws Exception {
        time.run(() -> {
            var gathering = new Task<?>[1];
            AutoCloseable closesSlowly = () -> bodies.cleanUp("resource", 20);
            gathering[0] =
                    Task.spawn(
                            "gathering",
                            () ->
                                    Task.<Object>gather(
                                            () -> closesSlowly,
                                            () -> {
                                                Task.sleep(ms(10));
                                                gathering[0].cancel();
                                                Bodies.fail("bad");
                                                return null;
                                            }));
            assertThat(catchThrowable(gathering[0]::await)).hasMessage("bad");
            return null;
        });
        assertThat(time.log).containsExactly("resource cleaned up");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void what_the_others_gave_is_closed_to_the_end_when_whoever_gathers_is_cancelled()
            throws Exception {
        time.run(() -> {
            AutoCloseable closesSlowly = () -> bodies.cleanUp("resource", 20);
            var gathering =
                    Task.spawn(
                            "gathering",
                            () -> Task.<Object>gather(() -> closesSlowly, opens(50, "never")));
            Task.sleep(ms(10));
            gathering.cancel();
            Task.sleep(ms(5));
            gathering.cancel();
            assertThat(catchThrowable(gathering::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("resource cleaned up");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void what_the_bodies_gave_is_the_callers_when_none_fails() throws Exception {
        assertThat(time.run(() -> Task.gather(opens(5, "a"), opens(10, "b")))).hasSize(2);
        assertThat(time.log).isEmpty();
    }

    @Test
    void what_the_bodies_gave_is_closed_when_whoever_gathers_is_cancelled() throws Exception {
        time.run(() -> {
            var task = Task.spawn("gathering", () -> Task.gather(opens(5, "a"), opens(50, "b")));
            Task.sleep(ms(10));
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).containsExactly("a closed");
    }

    @Test
    void what_the_bodies_gave_is_closed_when_the_time_is_up() {
        assertThat(
                        catchThrowable(() ->
                                time.run(() ->
                                        Task.timeout(
                                                ms(10),
                                                () -> Task.gather(opens(5, "a"), opens(50, "b"))))))
                .isInstanceOf(TimeoutException.class);
        assertThat(time.log).containsExactly("a closed");
    }

    /// The others have nothing to do with it, but there is no result to give for it.
    @Test
    void a_body_whose_task_was_cancelled_on_its_own_has_no_result_to_give() throws Exception {
        time.run(() -> {
            var gathering =
                    Task.spawn(
                            "gathering",
                            () ->
                                    Task.gather(
                                            GatherBehaviourTest::cancelItself,
                                            time.after(10, "b")));
            assertThat(catchThrowable(gathering::await)).isInstanceOf(CancellationException.class);
            bodies.sleepOrNot(10, "rest");
            return null;
        });
        assertThat(time.log).endsWith("rest");
    }

    @Test
    void what_the_others_gave_is_closed_when_one_was_cancelled_on_its_own() throws Exception {
        time.run(() -> {
            var gathering =
                    Task.spawn(
                            "gathering",
                            () ->
                                    Task.<Object>gather(
                                            opens(5, "a"),
                                            GatherBehaviourTest::cancelItself,
                                            opens(10, "b")));
            assertThat(catchThrowable(gathering::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(time.log).contains("a closed");
    }

    private static String cancelItself() {
        Task.current().cancel();
        Task.yield();
        return "never";
    }
}
