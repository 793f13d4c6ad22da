package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TaskTest {

    private final JumpingClock clock = new JumpingClock();
    private final List<String> log = new ArrayList<>();

    private <T> T run(Callable<T> main) throws Exception {
        return EventLoop.run(clock, Duration.ofSeconds(5), main);
    }

    private static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }

    private Callable<String> after(int millis, String name) {
        return () -> {
            try {
                Task.sleep(ms(millis));
                log.add(name);
                return name;
            } catch (CancellationException e) {
                log.add(name + " cancelled");
                throw e;
            }
        };
    }

    @Test
    void sleepersWakeInTheOrderOfTheirDeadlines() throws Exception {
        run(() -> Task.gather(after(30, "c"), after(10, "a"), after(20, "b")));
        assertThat(log).containsExactly("a", "b", "c");
        assertThat(clock.nanoTime()).isEqualTo(ms(30).toNanos());
    }

    @Test
    void gatherGivesResultsInTheOrderOfTheBodies() throws Exception {
        assertThat(run(() -> Task.gather(after(30, "x"), after(10, "y"))))
                .containsExactly("x", "y");
    }

    @Test
    void theFirstFailureOfGatherCancelsTheRestAndCarriesTheirs() {
        Callable<String> failsLate =
                () -> {
                    try {
                        Task.sleep(ms(100));
                        return "never";
                    } finally {
                        closing();
                    }
                };
        Callable<String> failsEarly =
                () -> {
                    Task.sleep(ms(10));
                    throw new IllegalStateException("first");
                };
        assertThatThrownBy(() -> run(() -> Task.gather(failsLate, failsEarly, after(50, "c"))))
                .hasMessage("first")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1))
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("second"));
        assertThat(log).containsExactly("c cancelled");
        assertThat(clock.nanoTime()).isEqualTo(ms(10).toNanos());
    }

    private static void closing() {
        throw new IllegalStateException("second");
    }

    @Test
    void theFirstOfARaceWinsAndTheOthersAreCancelled() throws Exception {
        assertThat(run(() -> Task.race(after(30, "slow"), after(10, "quick")))).isEqualTo("quick");
        assertThat(log).containsExactly("quick", "slow cancelled");
    }

    @Test
    void aTimeoutRunsTheFinallyOfItsBodyBeforeItThrows() {
        Callable<String> body =
                () -> {
                    try {
                        Task.sleep(ms(100));
                        return "late";
                    } finally {
                        Task.sleep(ms(5));
                        log.add("finally");
                    }
                };
        assertThatThrownBy(() -> run(() -> Task.timeout(ms(20), body)))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("not done after 20 ms");
        assertThat(log).containsExactly("finally");
        assertThat(clock.nanoTime()).isEqualTo(ms(25).toNanos());
    }

    @Test
    void aBodyThatIsInTimeGivesItsResult() throws Exception {
        assertThat(run(() -> Task.timeout(ms(20), after(10, "done")))).isEqualTo("done");
        assertThat(clock.nanoTime()).isEqualTo(ms(10).toNanos());
    }

    @Test
    void theInnerOfTwoTimeoutsDoesNotStopTheOuter() {
        assertThatThrownBy(() ->
                        run(() -> Task.timeout(ms(10), () -> Task.timeout(ms(50), after(90, "x")))))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("not done after 10 ms");
        assertThat(log).containsExactly("x cancelled");
    }

    /// What a task may wait in.
    enum Wait {
        SLEEP,
        AWAIT,
        SCOPE,
        GATHER,
        TIMEOUT,
        YIELD,
        BLOCKING,
        QUEUE,
        THREAD_SLEEP,
        LOCK,
        OBJECT_WAIT;

        private static final Object MONITOR = new Object();

        void begin() throws Exception {
            switch (this) {
                case SLEEP -> Task.sleep(Duration.ofDays(1));
                case AWAIT -> Task.spawn("other", () -> Task.sleep(Duration.ofDays(1))).await();
                case SCOPE ->
                        Task.scope(s -> s.spawn("child", () -> Task.sleep(Duration.ofDays(1))));
                case GATHER ->
                        Task.gather(() -> {
                            SLEEP.begin();
                            return 1;
                        });
                case TIMEOUT ->
                        Task.timeout(
                                Duration.ofDays(2),
                                () -> {
                                    SLEEP.begin();
                                    return 1;
                                });
                case YIELD -> {
                    while (true) {
                        Task.yield();
                    }
                }
                case BLOCKING ->
                        Task.blocking(() -> {
                            Thread.sleep(Duration.ofDays(1));
                            return 1;
                        });
                case QUEUE -> new LinkedBlockingQueue<String>().take();
                case THREAD_SLEEP -> Thread.sleep(Duration.ofDays(1));
                case LOCK -> {
                    var lock = new ReentrantLock();
                    Thread.ofPlatform().start(lock::lock).join();
                    lock.lockInterruptibly();
                }
                case OBJECT_WAIT -> {
                    synchronized (MONITOR) {
                        MONITOR.wait();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void aTaskCanBeCancelledWhereverItWaits(Wait wait) throws Exception {
        // the system's clock: in some of these nothing but real time passes
        EventLoop.run(() -> {
            var task =
                    Task.spawn(
                            "waiter",
                            () -> {
                                try {
                                    wait.begin();
                                } finally {
                                    log.add("finally");
                                }
                            });
            Task.sleep(ms(20));
            assertThat(log).isEmpty();
            task.cancel();
            assertThat(catchThrowable(task::await))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("task waiter was cancelled");
            assertThat(task.isCancelled()).isTrue();
            return null;
        });
        assertThat(log).containsExactly("finally");
    }

    @Test
    void aTaskThatIsCancelledBeforeItRanNeverRuns() throws Exception {
        run(() -> {
            var task = Task.spawn("never", () -> log.add("ran"));
            task.cancel();
            assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
            return null;
        });
        assertThat(log).isEmpty();
    }

    @Test
    void aResultThatCameBeforeTheCancelCounts() throws Exception {
        run(() -> {
            var task = Task.spawn("quick", () -> "done");
            Task.yield();
            task.cancel();
            assertThat(task.await()).isEqualTo("done");
            return null;
        });
    }

    @Test
    void awaitThrowsTheTasksOwnExceptionWithTheAwaitingLineInItsStack() throws Exception {
        run(() -> {
            var task = Task.spawn("failing", (Task.Action) TaskTest::closing);
            var thrown = catchThrowable(() -> awaitHere(task));
            assertThat(thrown).isInstanceOf(IllegalStateException.class);
            assertThat(thrown.getStackTrace())
                    .extracting(StackTraceElement::getMethodName)
                    .containsSubsequence("closing", "task failing", "awaitHere");
            return null;
        });
    }

    private static void awaitHere(Task<?> task) throws Exception {
        task.await();
    }

    @Test
    void aScopeEndsAfterAllOfItsTasks() throws Exception {
        run(() -> {
            Task.scope(outer -> {
                outer.spawn("a", after(20, "a"));
                Task.scope(inner -> inner.spawn("b", after(10, "b")));
                log.add("inner ended");
                return null;
            });
            log.add("outer ended");
            return null;
        });
        assertThat(log).containsExactly("b", "inner ended", "a", "outer ended");
    }

    @Test
    void aFailingChildCancelsItsSiblingsAndTheBlock() {
        assertThatThrownBy(() ->
                        run(() ->
                                Task.scope(scope -> {
                                    scope.spawn("x", after(90, "x"));
                                    scope.spawn("bad", (Task.Action) TaskTest::closing);
                                    return after(50, "block").call();
                                })))
                .hasMessage("second");
        assertThat(log).containsExactlyInAnyOrder("x cancelled", "block cancelled");
    }

    @Test
    void aScopeThatFailedLeavesNoInterruptBehind() throws Exception {
        run(() -> {
            var thrown =
                    catchThrowable(() ->
                            Task.scope(
                                    s -> s.spawn("bad", (Task.Action) TaskTest::closing).await()));
            assertThat(thrown).hasMessage("second").hasNoSuppressedExceptions();
            Task.sleep(ms(1));
            return null;
        });
    }

    @Test
    void tasksThatAreLeftWhenMainEndsAreCancelled() throws Exception {
        run(() -> Task.spawn("left", after(1000, "left")).toString() + yielded());
        assertThat(log).containsExactly("left cancelled");
    }

    private static String yielded() {
        Task.yield();
        return "";
    }

    @Test
    void aQueueFedByAnotherThreadWakesATask() throws Exception {
        var queue = new LinkedBlockingQueue<String>();
        var taken =
                EventLoop.run(() -> {
                    var feeder = Thread.ofPlatform().start(() -> queue.add("fed"));
                    var value = queue.poll(10, TimeUnit.SECONDS);
                    feeder.join();
                    return value;
                });
        assertThat(taken).isEqualTo("fed");
    }
}
