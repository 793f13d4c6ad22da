package echolab.futures;

import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Can a loop of futures turn as often as it likes? Shorter than `RepeatTest`, for who is writing the loop.
@DisplayName("A loop of futures")
@Timeout(120)
class LoopThatDoesNotGrowTest {

    private static final int MANY = 300_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Queue<CompletableFuture<Boolean>> reads = new ConcurrentLinkedQueue<>();
    private final List<Thread> turned = new CopyOnWriteArrayList<>();

    /// A loop that waits for them in a thread, as none should, ends with them.
    @AfterEach
    void end() {
        reads.forEach(read -> read.completeExceptionally(new IOException("the test is over")));
    }

    @Test
    @Order(1)
    void turns_for_as_long_as_the_body_says_true() {
        var turns = new AtomicInteger();

        var loop =
                Repeat.whileTrue(() -> {
                    turned.add(Thread.currentThread());
                    return CompletableFuture.completedFuture(turns.incrementAndGet() < 3);
                });

        Expect.that(
                "true means another turn, and false the end",
                turns.get() == 3 && loop.isDone(),
                () -> "it turned %s times, and its future is %s".formatted(turns, loop));
        Expect.that(
                "as long as there is nothing to wait for, the loop turns in the thread that started it, which is that of the event loop",
                turned.stream().allMatch(Thread.currentThread()::equals),
                () -> "it turned in " + turned);
    }

    @Test
    @Order(2)
    void turns_300000_times_on_futures_that_are_complete_already_on_one_stack() {
        var turns = new int[1];

        var loop = Repeat.whileTrue(() -> CompletableFuture.completedFuture(++turns[0] < MANY));

        Expect.that(
                "a future that is complete runs what hangs on it at once, inside the call: a turn that starts the next one that way makes the stack grow, so go round in a real loop instead",
                turns[0] == MANY && loop.isDone() && !loop.isCompletedExceptionally(),
                () -> "it ended at turn %,d with %s".formatted(turns[0], loop));
    }

    @Test
    @Order(3)
    void waits_for_a_future_that_is_not_complete_and_leaves_meanwhile() {
        var loop = started(this::pending);

        Expect.that(
                "one turn at a time: the next begins when the future of this one is complete",
                reads.size() == 1 && !loop.isDone(),
                () -> reads.size() + " turns have begun");
        reads.remove().complete(true);
        Expect.that(
                "completing the future resumes the loop",
                reads.size() == 1,
                () -> reads.size() + " more turns have begun");
        Expect.that(
                "the next turn runs in the thread that completed the future: it is that of the event loop, and the body has no lock",
                turned.getLast() == Thread.currentThread(),
                () -> "it ran in " + turned.getLast());
        reads.remove().complete(false);
        Expect.that("false ends the loop", loop.isDone(), () -> "its future is " + loop);
    }

    @Test
    @Order(4)
    void leaves_nothing_behind_in_the_heap_after_300000_turns_that_had_to_wait() {
        var loop = started(this::pendingUnseen);
        var before = heapInUse();

        for (var turn = 0; turn < MANY; turn++) {
            reads.remove().complete(true);
        }

        var grown = heapInUse() - before;
        Expect.that(
                "there is one future for the whole loop: if each turn has its own, which waits for that of the next, the chain grows for as long as the client stays",
                grown < 4_000_000,
                () -> "the heap grew by %,d bytes, %d a turn".formatted(grown, grown / MANY));
        reads.remove().complete(false);
        Expect.that("the loop ends", loop.isDone(), () -> "its future is " + loop);
    }

    @Test
    @Order(5)
    void a_body_that_throws_fails_the_loop_with_what_it_threw() {
        Expect.that(
                "whoever waits for the loop is told of the failure by its future",
                () -> {
                    var loop =
                            Repeat.whileTrue(() -> {
                                throw new IllegalStateException("no");
                            });
                    Expect.that(
                            "the future is failed with the exception itself",
                            loop.isCompletedExceptionally()
                                    && loop.exceptionNow() instanceof IllegalStateException,
                            () -> "it is " + loop);
                });
    }

    @Test
    @Order(6)
    void a_future_that_fails_later_fails_the_loop() {
        var loop = started(this::pending);

        reads.remove().completeExceptionally(new IOException("connection reset"));

        Expect.that(
                "the failure of one turn is that of the loop",
                loop.isCompletedExceptionally() && loop.exceptionNow() instanceof IOException,
                () -> "its future is " + loop);
    }

    @Test
    @Order(7)
    void a_future_that_has_failed_already_fails_the_loop() {
        Expect.that(
                "a future that is done may have failed: no is another answer than none",
                () -> {
                    var loop =
                            Repeat.whileTrue(() ->
                                    CompletableFuture.failedFuture(
                                            new IOException("connection reset")));
                    expectFailed(loop, IOException.class);
                });
    }

    @Test
    @Order(8)
    void a_body_that_throws_in_a_later_turn_fails_the_loop_as_well() {
        var turns = new AtomicInteger();
        Expect.that(
                "each call of the body may throw, the first as well as those within the loop",
                () -> {
                    var loop =
                            Repeat.whileTrue(() -> {
                                if (turns.incrementAndGet() == 3) {
                                    throw new IllegalStateException("no");
                                }
                                return CompletableFuture.completedFuture(true);
                            });
                    expectFailed(loop, IllegalStateException.class);
                });
    }

    @Test
    @Order(9)
    void a_body_that_throws_after_a_turn_that_had_to_wait_fails_the_loop_as_well() {
        var turns = new AtomicInteger();
        var loop =
                started(() -> {
                    if (turns.incrementAndGet() == 2) {
                        throw new IllegalStateException("no");
                    }
                    return pending();
                });

        reads.remove().complete(true);

        Expect.that(
                "what is thrown in a turn that was resumed reaches nobody but the loop's future",
                () -> expectFailed(loop, IllegalStateException.class));
    }

    private static void expectFailed(CompletableFuture<Void> loop, Class<?> with) {
        Expect.that(
                "the future is failed with the exception itself",
                loop.isCompletedExceptionally() && with.isInstance(loop.exceptionNow()),
                () -> "it is " + loop);
    }

    /// Starts a loop in a thread of its own: a wrong one does not leave it.
    private static CompletableFuture<Void> started(Supplier<CompletableFuture<Boolean>> body) {
        var started =
                CompletableFuture.supplyAsync(
                        () -> Repeat.whileTrue(body),
                        task -> Thread.ofPlatform().daemon().start(task));
        Expect.that(
                "a loop whose body has to wait leaves: its thread has others to serve",
                new Patience(PATIENCE).sees(started::isDone),
                () -> "it has not come back after 2 s");
        return started.join();
    }

    private CompletableFuture<Boolean> pending() {
        turned.add(Thread.currentThread());
        return pendingUnseen();
    }

    private CompletableFuture<Boolean> pendingUnseen() {
        var read = new CompletableFuture<Boolean>();
        reads.add(read);
        return read;
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
