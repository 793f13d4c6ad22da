package echolab.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class RepeatTest {

    private static final int TEN_MILLION = 10_000_000;

    @Test
    void ten_million_turns_whose_futures_are_complete_already_do_not_grow_the_stack() {
        var turns = new int[1];

        var loop =
                Repeat.whileTrue(() -> CompletableFuture.completedFuture(++turns[0] < TEN_MILLION));

        assertThat(loop).isCompleted();
        assertThat(turns[0]).isEqualTo(TEN_MILLION);
    }

    @Test
    void
            ten_million_turns_that_wait_each_in_two_stages_neither_grow_the_stack_nor_keep_a_chain_in_the_heap() {
        var reads = new ArrayDeque<CompletableFuture<Integer>>();
        var turns = new int[1];
        var deepest = new int[1];
        var loop =
                Repeat.whileTrue(() -> {
                    if (++turns[0] % 100_000 == 0) {
                        deepest[0] = Math.max(deepest[0], new Throwable().getStackTrace().length);
                    }
                    var read = new CompletableFuture<Integer>();
                    reads.add(read);
                    return read.thenCompose(count -> CompletableFuture.completedFuture(count >= 0));
                });
        var before = 0L;

        for (var turn = 0; turn < TEN_MILLION; turn++) {
            if (turn == 100_000) {
                before = heapInUse();
            }
            reads.remove().complete(turn);
        }
        var grown = heapInUse() - before;
        reads.remove().complete(-1);

        assertThat(loop).isCompleted();
        assertThat(deepest[0]).as("frames on the stack at the deepest turn seen").isBetween(1, 200);
        assertThat(grown)
                .as("bytes of heap that ten million turns left behind")
                .isLessThan(8 << 20);
    }

    @Test
    void a_body_that_throws_fails_the_loop_with_what_it_threw() {
        var loop =
                Repeat.whileTrue(() -> {
                    throw new IllegalStateException("no");
                });

        assertThatThrownBy(loop::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_future_that_fails_later_fails_the_loop_with_its_cause_unwrapped() {
        var read = new CompletableFuture<Integer>();
        var loop = Repeat.whileTrue(() -> read.thenApply(count -> count >= 0));

        read.completeExceptionally(new CompletionException(new IOException("connection reset")));

        assertThat(loop.exceptionNow())
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
