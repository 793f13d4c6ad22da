package echolab.epoll.task;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// How did a task end?
public sealed interface Outcome<T> {

    record Succeeded<T>(T result) implements Outcome<T> {}

    /// @param stack of the exception when the task ended: what the exception carries later tells of the last one who awaited it, too
    record Failed<T>(Throwable exception, StackTraceElement[] stack) implements Outcome<T> {}

    /// @param exception by which the cancel left the task; its suppressed exceptions are what failed on the way out
    record Cancelled<T>(Throwable exception) implements Outcome<T> {}

    /// How a task ended that threw. An exception means "cancelled" only when somebody did cancel.
    static <T> Outcome<T> thrown(Throwable e, Task<?> task) {
        return task.isCancelRequested() && tellsOfCancel(e, task.thread)
                ? new Cancelled<>(e)
                : new Failed<>(e, e.getStackTrace());
    }

    /// Our own suspension points throw the first, the JDK's the second. Its channels tell of an interrupt by an `IOException` and leave the
    /// flag set.
    static boolean tellsOfCancel(Throwable e, Thread thread) {
        return e instanceof CancellationException
                || e instanceof InterruptedException
                || e instanceof IOException && thread.isInterrupted();
    }

    /// The result, or the exception thrown into whoever awaits.
    ///
    /// @param whose a task, or a call, by its name
    default T get(Object whose) throws Exception {
        return switch (this) {
            case Succeeded<T>(var result) -> result;
            case Failed<T>(var exception, var stack) ->
                    throw asException(awaitedHere(exception, stack, whose));
            case Cancelled<T>(var exception) -> throw cancelled(whose, exception);
        };
    }

    private static CancellationException cancelled(Object whose, Throwable exception) {
        var told = new CancellationException(whose + " was cancelled");
        for (var suppressed : exception.getSuppressed()) {
            told.addSuppressed(suppressed);
        }
        return told;
    }

    /// The same exception, whose stack goes on with that of whoever awaits: a virtual thread's own ends where it was
    /// started, and the question "who wanted this?" would stay open. The next one who awaits replaces the end, so it does not grow.
    private static Throwable awaitedHere(Throwable e, StackTraceElement[] stack, Object whose) {
        var seam = new StackTraceElement("awaited", whose.toString(), null, -1);
        var awaiting = new Throwable().getStackTrace();
        e.setStackTrace(
                Stream.of(Stream.of(stack), Stream.of(seam), Stream.of(awaiting))
                        .flatMap(frames -> frames)
                        .toArray(StackTraceElement[]::new));
        return e;
    }

    /// Throws an error as it is, and gives back an exception to throw.
    static Exception asException(Throwable e) {
        return switch (e) {
            case Error error -> throw error;
            case Exception exception -> exception;
            default -> new UndeclaredThrowableException(e); // somebody got round the compiler
        };
    }

    /// Whether the first carries the second now. An exception may be made so that it takes no suppressed ones.
    static boolean suppress(Throwable first, Throwable second) {
        if (first == second) {
            return true;
        }
        var before = first.getSuppressed().length;
        first.addSuppressed(second);
        return first.getSuppressed().length > before;
    }
}
