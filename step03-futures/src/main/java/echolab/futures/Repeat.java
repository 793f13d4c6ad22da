package echolab.futures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// How do we write `while` when the body returns a future?
///
/// The tempting way is recursion: `read().thenCompose(write).thenCompose(_ -> echo())`. It has two faults. If the
/// futures are complete already, each turn calls the next one, and the stack grows until it overflows. If they are not,
/// each turn's future waits for the next one's, and the chain in the heap grows as long as the client stays.
///
/// So there is one future for the whole loop, and the loop is a real one: it spins while the body's future is
/// complete already, and otherwise leaves, to be resumed by whoever completes it.
///
/// All futures must be completed by one thread, as those of an [EventLoop] are.
final class Repeat {

    /// What a body returns when it is done, without waiting for anything.
    static final CompletableFuture<Boolean> ENOUGH = CompletableFuture.completedFuture(false);

    private final Supplier<CompletableFuture<Boolean>> body;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();

    private Repeat(Supplier<CompletableFuture<Boolean>> body) {
        this.body = body;
    }

    /// Runs the body, waits for its future, and again, for as long as the future says true.
    ///
    /// @return complete when the body said false; failed when the body threw or its future failed
    static CompletableFuture<Void> whileTrue(Supplier<CompletableFuture<Boolean>> body) {
        var repeat = new Repeat(body);
        repeat.run();
        return repeat.finished;
    }

    // tag::run[]
    private void run() {
        try {
            var again = body.get();
            while (again.isDone()) {
                if (!again.join()) {
                    finished.complete(null);
                    return;
                }
                again = body.get();
            }
            again.whenComplete(this::resume);
        } catch (RuntimeException | Error e) {
            finished.completeExceptionally(causeOf(e));
        }
    }

    // end::run[]

    private void resume(Boolean again, Throwable failure) {
        if (failure != null) {
            finished.completeExceptionally(causeOf(failure));
        } else if (again) {
            run();
        } else {
            finished.complete(null);
        }
    }

    /// Stages wrap what was thrown, sometimes more than once; whoever handles it wants the thing itself.
    static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? causeOf(failure.getCause())
                : failure;
    }
}
