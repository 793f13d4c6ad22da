package echolab.futures;

import echolab.contract.Expect;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Can a loop of futures turn as often as it likes? Shorter than `RepeatTest`, for who is writing the loop.
@DisplayName("A loop of futures")
@Timeout(120)
class LoopThatDoesNotGrowTest {

    private static final int MANY = 300_000;

    @Test
    @Order(1)
    void turns_for_as_long_as_the_body_says_true() {
        var turns = new int[1];

        var loop = Repeat.whileTrue(() -> CompletableFuture.completedFuture(++turns[0] < 3));

        Expect.that(
                "true means another turn, and false the end",
                turns[0] == 3 && loop.isDone(),
                () -> "it turned %d times, and its future is %s".formatted(turns[0], loop));
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
        var reads = new ArrayDeque<CompletableFuture<Boolean>>();
        var loop = Repeat.whileTrue(() -> pending(reads));

        Expect.that(
                "one turn at a time: the next begins when the future of this one is complete",
                reads.size() == 1 && !loop.isDone(),
                () -> reads.size() + " turns have begun");
        reads.remove().complete(true);
        Expect.that(
                "completing the future resumes the loop",
                reads.size() == 1,
                () -> reads.size() + " more turns have begun");
        reads.remove().complete(false);
        Expect.that("false ends the loop", loop.isDone(), () -> "its future is " + loop);
    }

    @Test
    @Order(4)
    void leaves_nothing_behind_in_the_heap_after_300000_turns_that_had_to_wait() {
        var reads = new ArrayDeque<CompletableFuture<Boolean>>();
        var loop = Repeat.whileTrue(() -> pending(reads));
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
        var reads = new ArrayDeque<CompletableFuture<Boolean>>();
        var loop = Repeat.whileTrue(() -> pending(reads));

        reads.remove().completeExceptionally(new IOException("connection reset"));

        Expect.that(
                "the failure of one turn is that of the loop",
                loop.isCompletedExceptionally() && loop.exceptionNow() instanceof IOException,
                () -> "its future is " + loop);
    }

    private static CompletableFuture<Boolean> pending(
            ArrayDeque<CompletableFuture<Boolean>> reads) {
        reads.add(new CompletableFuture<>());
        return reads.getLast();
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
