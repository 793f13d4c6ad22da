package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Main has ended: what becomes of all the others?
@LoopTest
class LoopEndTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    @Test
    void a_task_that_is_left_cleans_up_before_the_loop_ends() throws Exception {
        time.run(() -> {
            Task.spawn("left", bodies.cleansUp("left", 50));
            Task.sleep(ms(10));
            time.log.add("main ended");
            return null;
        });
        assertThat(time.log).containsExactly("main ended", "left cleaned up");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void a_task_that_never_began_does_not_begin_any_more() throws Exception {
        time.run(() -> Task.spawn("late", () -> time.log.add("began")));
        assertThat(time.log).isEmpty();
    }

    @Test
    void children_of_a_scope_that_is_left_hear_of_it_once() throws Exception {
        time.run(() -> {
            Task.spawn(
                    "background",
                    () ->
                            Task.scope(scope -> {
                                scope.spawn("a", bodies.cleansUp("a", 50));
                                scope.spawn("b", bodies.cleansUp("b", 30));
                                return bodies.cleansUp("block", 40).call();
                            }));
            Task.sleep(ms(10));
            return null;
        });
        assertThat(time.log)
                .as("the children hear of it by their owner, whose block has cleaned up first")
                .containsExactly("block cleaned up", "b cleaned up", "a cleaned up");
        assertThat(time.passed()).isEqualTo(ms(100));
    }

    @Test
    void grandchildren_hear_of_it_once_as_well() throws Exception {
        time.run(() -> {
            Task.spawn(
                    "background",
                    () ->
                            Task.scope(a ->
                                    a.spawn(
                                            "child",
                                            () ->
                                                    Task.scope(b ->
                                                            b.spawn(
                                                                    "c",
                                                                    bodies.cleansUp(
                                                                            "grandchild", 50))))));
            Task.sleep(ms(10));
            return null;
        });
        assertThat(time.log).containsExactly("grandchild cleaned up");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void the_bodies_of_a_gather_and_of_a_race_that_are_left_hear_of_it_once() throws Exception {
        time.run(() -> {
            Task.spawn(
                    "g", () -> Task.gather(bodies.cleansUp("g1", 20), bodies.cleansUp("g2", 30)));
            Task.spawn("r", () -> Task.race(bodies.cleansUp("r1", 20), bodies.cleansUp("r2", 30)));
            Task.sleep(ms(10));
            return null;
        });
        assertThat(time.log)
                .containsExactlyInAnyOrder(
                        "g1 cleaned up", "r1 cleaned up", "g2 cleaned up", "r2 cleaned up");
        assertThat(time.passed()).isEqualTo(ms(40));
    }

    @Test
    void a_task_that_was_cancelled_before_is_not_cancelled_again() throws Exception {
        time.run(() -> {
            var task = Task.spawn("left", bodies.cleansUp("left", 50));
            Task.sleep(ms(10));
            task.cancel();
            Task.sleep(ms(10));
            return null;
        });
        assertThat(time.log).containsExactly("left cleaned up");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void a_task_that_awaits_another_and_the_other_are_each_told() throws Exception {
        time.run(() -> {
            var a = Task.spawn("a", bodies.cleansUp("a", 20));
            Task.spawn(
                    "b",
                    () -> {
                        try {
                            a.await();
                        } finally {
                            bodies.cleanUp("b", 20);
                        }
                    });
            Task.sleep(ms(10));
            return null;
        });
        assertThat(time.log).containsExactlyInAnyOrder("a cleaned up", "b cleaned up");
        assertThat(time.passed()).isEqualTo(ms(30));
    }

    @Test
    void the_loop_waits_for_a_task_that_goes_on_all_the_same() throws Exception {
        time.run(() -> {
            Task.spawn(
                    "stubborn",
                    () -> {
                        bodies.sleepOrNot(1000, "first");
                        bodies.sleepOrNot(50, "second");
                    });
            Task.sleep(ms(10));
            return null;
        });
        assertThat(time.log).containsExactly("first cancelled", "second");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void a_task_within_a_limit_is_cancelled_and_not_out_of_time() throws Exception {
        time.run(() -> {
            Task.spawn(
                    "left",
                    () -> {
                        try {
                            Task.timeout(ms(50), bodies.cleansUp("left", 100));
                        } catch (CancellationException | TimeoutException e) {
                            time.log.add(e.getClass().getSimpleName());
                            throw e;
                        }
                    });
            Task.sleep(ms(10));
            return null;
        });
        assertThat(time.log).containsExactly("left cleaned up", "CancellationException");
        assertThat(time.passed()).isEqualTo(ms(110));
    }

    @Test
    void what_main_throws_comes_out_after_the_others_have_cleaned_up() {
        var failure = new IOException("main's own");
        assertThatThrownBy(() ->
                        time.run(() -> {
                            Task.spawn("left", bodies.cleansUp("left", 50));
                            Task.yield();
                            throw failure;
                        }))
                .isSameAs(failure);
        assertThat(time.log).containsExactly("left cleaned up");
    }

    @Test
    void an_error_of_main_comes_out_as_it_is() {
        var error = new LinkageError("not a real one");
        assertThatThrownBy(() ->
                        time.run(() -> {
                            Task.spawn("left", bodies.cleansUp("left", 50));
                            Task.yield();
                            throw error;
                        }))
                .isSameAs(error);
        assertThat(time.log).containsExactly("left cleaned up");
    }

    /// The failure of main has to wait until the others have cleaned up, which takes longer than a failure waits to be awaited.
    @Test
    void a_failure_of_main_is_thrown_and_not_reported_however_long_the_others_clean_up() {
        try (var logged = Logged.by(Task.class)) {
            assertThatThrownBy(() ->
                            time.run(() -> {
                                Task.spawn("left", bodies.cleansUp("left", 5_000));
                                Task.yield();
                                throw new IOException("main's own");
                            }))
                    .hasMessage("main's own");
            assertThat(logged.messages()).isEmpty();
        }
        assertThat(time.log).containsExactly("left cleaned up");
    }

    @Test
    void a_failure_that_is_awaited_by_the_clean_up_of_another_is_not_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                var failing = Task.spawn("failing", bodies.failsToCleanUp("failing", 50));
                Task.spawn(
                        "left",
                        () -> {
                            try {
                                Bodies.sleepForADay();
                            } finally {
                                time.log.add(catchThrowable(failing::await).getMessage());
                            }
                        });
                Task.sleep(ms(10));
                return null;
            });
            assertThat(logged.messages()).isEmpty();
        }
        assertThat(time.log).containsExactly("failing could not clean up");
    }

    @Test
    void what_fails_while_the_loop_ends_is_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                Task.spawn("left", bodies.failsToCleanUp("left", 50));
                Task.yield();
                return null;
            });
            assertThat(logged.messages()).containsExactly("task left failed and nobody awaited it");
            assertThat(logged.thrown().getFirst()).hasMessage("left could not clean up");
        }
    }

    @Test
    void what_fails_in_a_child_while_the_loop_ends_is_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() -> {
                Task.spawn(
                        "left",
                        () ->
                                Task.scope(
                                        scope -> scope.spawn("a", bodies.failsToCleanUp("a", 50))));
                Task.sleep(ms(10));
                return null;
            });
            assertThat(logged.thrown()).hasSize(1);
            var reported = logged.thrown().getFirst();
            assertThat(reported.getMessage() + suppressedBy(reported))
                    .contains("a could not clean up");
        }
    }

    private static String suppressedBy(Throwable thrown) {
        return java.util.Arrays.toString(thrown.getSuppressed());
    }

    @Test
    void a_thousand_tasks_that_are_left_all_clean_up() throws Exception {
        time.run(() -> {
            for (var i = 0; i < 1_000; i++) {
                Task.spawn("left", bodies.cleansUp("left", 50));
            }
            Task.sleep(ms(10));
            return null;
        });
        assertThat(time.log).hasSize(1_000).containsOnly("left cleaned up");
        assertThat(time.passed()).isEqualTo(ms(60));
    }

    @Test
    void a_scope_in_a_clean_up_after_main_has_ended_works() throws Exception {
        time.run(() -> {
            Task.spawn(
                    "left",
                    () -> {
                        try {
                            Bodies.sleepForADay();
                        } finally {
                            Task.scope(scope -> scope.spawn("child", time.after(20, "child")));
                        }
                    });
            Task.sleep(ms(10));
            return null;
        });
        assertThat(time.log).containsExactly("child");
    }

    /// Time cannot be virtual here: the interrupt comes from a thread that the loop does not know.
    @Test
    void an_interrupt_of_the_loops_thread_cancels_main() throws Exception {
        var begun = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var loop =
                Thread.ofPlatform()
                        .start(() ->
                                thrown.set(
                                        catchThrowable(
                                                () -> Task.run(() -> mainThatWaits(begun)))));
        begun.await();
        loop.interrupt();
        loop.join();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(time.log).containsExactly("main cleaned up");
    }

    private Void mainThatWaits(CountDownLatch begun) {
        try {
            begun.countDown();
            Bodies.sleepForADay();
        } finally {
            Task.yield();
            time.log.add("main cleaned up");
        }
        return null;
    }

    @Test
    void a_main_that_was_interrupted_and_has_children_ends_after_them() throws Exception {
        var begun = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var loop =
                Thread.ofPlatform()
                        .start(() ->
                                thrown.set(
                                        catchThrowable(() ->
                                                Task.run(() ->
                                                        Task.scope(scope ->
                                                                scope.spawn(
                                                                        "child",
                                                                        () ->
                                                                                mainThatWaits(
                                                                                        begun)))))));
        begun.await();
        loop.interrupt();
        loop.join();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(time.log).containsExactly("main cleaned up");
    }

    @Test
    void a_task_that_is_spawned_while_the_loop_ends_never_begins() throws Exception {
        time.run(() -> {
            Task.spawn("left", this::spawnAtTheEnd);
            Task.yield();
            return null;
        });
        assertThat(time.log).containsExactly("gathered 1");
    }

    private void spawnAtTheEnd() throws Exception {
        try {
            Bodies.sleepForADay();
        } finally {
            // what a finally block needs for itself still works
            time.log.add("gathered " + Task.gather(() -> 1).getFirst());
            Task.spawn("late", () -> time.log.add("began"));
        }
    }
}
