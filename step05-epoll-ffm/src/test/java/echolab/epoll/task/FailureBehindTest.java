package echolab.epoll.task;

import static echolab.epoll.VirtualTime.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import echolab.epoll.Logged;
import echolab.epoll.LoopTest;
import echolab.epoll.VirtualTime;
import org.junit.jupiter.api.Test;

/// One exception can be thrown. Where does another go that came behind it?
@LoopTest
class FailureBehindTest {

    private final VirtualTime time = new VirtualTime();
    private final Bodies bodies = new Bodies(time);

    /// Made so that it takes no suppressed exceptions, as the JVM makes some of its own.
    private static final class Closed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Closed() {
            super("first", null, false, false);
        }
    }

    private static AutoCloseable failsToClose() {
        return () -> Bodies.fail("could not close");
    }

    @Test
    void what_the_first_failure_of_a_scope_cannot_carry_is_reported() {
        try (var logged = Logged.by(Task.class)) {
            var thrown =
                    catchThrowable(() ->
                            time.run(() ->
                                    Task.scope(scope -> {
                                        scope.spawn("second", bodies.failsToCleanUp("second", 5));
                                        Task.sleep(ms(10));
                                        throw new Closed();
                                    })));
            assertThat(thrown).isInstanceOf(Closed.class);
            assertThat(logged.messages())
                    .containsExactly("task main has a failure behind the first");
            assertThat(logged.thrown().getFirst()).hasMessage("second could not clean up");
        }
    }

    @Test
    void what_the_failure_of_a_gather_cannot_carry_is_reported() {
        try (var logged = Logged.by(Task.class)) {
            var thrown =
                    catchThrowable(() ->
                            time.run(() ->
                                    Task.<AutoCloseable>gather(
                                            FailureBehindTest::failsToClose,
                                            () -> {
                                                Task.sleep(ms(10));
                                                throw new Closed();
                                            })));
            assertThat(thrown).isInstanceOf(Closed.class);
            assertThat(logged.messages())
                    .containsExactly("a result that nobody gets did not close");
            assertThat(logged.thrown().getFirst()).hasMessage("could not close");
        }
    }

    @Test
    void what_the_failure_of_a_gather_can_carry_is_not_reported_as_well() {
        try (var logged = Logged.by(Task.class)) {
            var thrown =
                    catchThrowable(() ->
                            time.run(() ->
                                    Task.<AutoCloseable>gather(
                                            FailureBehindTest::failsToClose,
                                            () -> {
                                                Task.sleep(ms(10));
                                                Bodies.fail("first");
                                                return null;
                                            })));
            assertThat(thrown).hasMessage("first");
            assertThat(thrown.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("could not close");
            assertThat(logged.messages()).isEmpty();
        }
    }

    @Test
    void one_exception_that_two_children_throw_is_told_of_once() {
        try (var logged = Logged.by(Task.class)) {
            var same = new IllegalArgumentException("of both");
            var thrown =
                    catchThrowable(() ->
                            time.run(() ->
                                    Task.scope(scope -> {
                                        scope.spawn("a", () -> throwAtTheEnd(10, same));
                                        return scope.spawn("b", () -> throwAtTheEnd(20, same));
                                    })));
            assertThat(thrown).isSameAs(same).hasNoSuppressedExceptions();
            assertThat(logged.messages()).isEmpty();
        }
    }

    private void throwAtTheEnd(int millis, RuntimeException e) {
        bodies.sleepOrNot(millis, "slept");
        throw e;
    }

    private static void sleepInWhatFailsToClose() throws Exception {
        try (var _ = failsToClose()) {
            Bodies.sleepForADay();
        }
    }

    /// Nothing has failed but the clean-up of one that was cancelled on its own, and nothing is thrown that could carry it.
    @Test
    void what_a_child_that_was_cancelled_on_its_own_fails_to_close_is_reported() throws Exception {
        try (var logged = Logged.by(Task.class)) {
            time.run(() ->
                    Task.scope(scope -> {
                        var child =
                                scope.spawn("child", FailureBehindTest::sleepInWhatFailsToClose);
                        Task.sleep(ms(10));
                        child.cancel();
                        return null;
                    }));
            assertThat(logged.messages())
                    .containsExactly("the clean-up of a task of scope of task main failed");
            assertThat(logged.thrown().getFirst()).hasMessage("could not close");
        }
    }

    @Test
    void what_a_block_fails_to_close_when_a_child_has_failed_is_carried_by_that_failure() {
        var thrown =
                catchThrowable(() ->
                        time.run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("child", bodies.failsAfter(10, "first"));
                                    sleepInWhatFailsToClose();
                                    return null;
                                })));
        assertThat(thrown).hasMessage("first");
        assertThat(thrown.getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("could not close");
    }

    /// The child cancels the owner and fails, in one go.
    @Test
    void what_a_block_fails_to_close_when_its_owner_is_cancelled_is_carried_by_the_failure_before()
            throws Exception {
        time.run(() -> {
            var failure =
                    catchThrowable(() ->
                            Task.scope(scope -> {
                                scope.spawn("child", () -> cancelAndFail(scope.owner));
                                sleepInWhatFailsToClose();
                                return null;
                            }));
            assertThat(failure).hasMessage("first");
            assertThat(failure.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("could not close");
            bodies.sleepOrNot(10, "the next wait");
            return null;
        });
        assertThat(time.log).containsExactly("the next wait cancelled");
    }

    private static void cancelAndFail(Task<?> owner) {
        owner.cancel();
        Bodies.fail("first");
    }
}
