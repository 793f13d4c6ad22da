package echolab.futures;

import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.util.concurrent.CompletableFuture;

/// How does readiness become a value? One future for "can be read" and one for "can be written", made when somebody
/// asks and completed when the selector says so.
///
/// The key is interested in what is asked for and in nothing else. Taking the interest away and asking again before the
/// next `select` costs no system call: the selector compares with what it told the kernel last.
final class Readiness {

    /// `accept` is a kind of reading; the selector has a bit of its own for it.
    private static final int INPUT = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;

    private final SelectionKey key;
    private CompletableFuture<Void> input;
    private CompletableFuture<Void> output;

    private Readiness(SelectionKey key) {
        this.key = key;
    }

    static Readiness of(SelectionKey key) {
        var readiness = new Readiness(key);
        key.attach(readiness);
        return readiness;
    }

    /// Completed when there is something to read or to accept, or when the peer has ended its side.
    CompletableFuture<Void> input() {
        requireFree(input, "read");
        input = new CompletableFuture<>();
        return asked(input, INPUT & key.channel().validOps());
    }

    /// Completed when the kernel has room for more bytes.
    CompletableFuture<Void> output() {
        requireFree(output, "write");
        output = new CompletableFuture<>();
        return asked(output, SelectionKey.OP_WRITE);
    }

    private CompletableFuture<Void> asked(CompletableFuture<Void> waiting, int ops) {
        if (!key.isValid()) {
            return CompletableFuture.failedFuture(new ClosedChannelException());
        }
        key.interestOpsOr(ops);
        return waiting;
    }

    // tag::signal[]
    /// Called by the loop: completes what was waited for. What hangs on the futures runs now, and often asks again.
    void signal() {
        var ready = key.readyOps();
        key.interestOpsAnd(~ready);
        if ((ready & INPUT) != 0) {
            var waiting = input;
            input = null;
            complete(waiting);
        }
        if ((ready & SelectionKey.OP_WRITE) != 0) {
            var waiting = output;
            output = null;
            complete(waiting);
        }
    }

    // end::signal[]

    private static void complete(CompletableFuture<Void> waiting) {
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /// Whoever waits for a channel that is closed must be told, or it waits for ever.
    void closed() {
        var waiting = new CompletableFuture<?>[] {input, output};
        input = null;
        output = null;
        for (var future : waiting) {
            if (future != null) {
                future.completeExceptionally(new ClosedChannelException());
            }
        }
    }

    private static void requireFree(CompletableFuture<Void> waiting, String operation) {
        if (waiting != null) {
            throw new IllegalStateException(
                    "another " + operation + " already waits for this channel: await it first");
        }
    }
}
