package echolab.epoll;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// How did a task end?
sealed interface Outcome<T> {

    record Succeeded<T>(T result) implements Outcome<T> {}

    record Failed<T>(Throwable exception) implements Outcome<T> {}

    record Cancelled<T>() implements Outcome<T> {}

    /// How a task ended that threw. An exception means "cancelled" only when somebody did cancel. The JDK's channels tell of
    /// an interrupt by an `IOException` and leave the flag set.
    static <T> Outcome<T> thrown(Throwable e, boolean cancelRequested, Thread thread) {
        var tellsOfCancel =
                e instanceof CancellationException
                        || e instanceof InterruptedException
                        || e instanceof IOException && thread.isInterrupted();
        return cancelRequested && tellsOfCancel ? new Cancelled<>() : new Failed<>(e);
    }

    /// The result, or the exception thrown into whoever awaits.
    default T get(Awaitable<T> task) throws Exception {
        return switch (this) {
            case Succeeded<T>(var result) -> result;
            case Failed<T>(var exception) -> throw asException(awaitedHere(exception, task));
            case Cancelled<T> _ -> throw new CancellationException(task + " was cancelled");
        };
    }

    /// The same exception, whose stack goes on with that of whoever awaits: a virtual thread's own ends where it was
    /// started, and the question "who wanted this?" would stay open.
    private static Throwable awaitedHere(Throwable e, Awaitable<?> task) {
        var seam = new StackTraceElement("awaited", task.toString(), null, -1);
        var awaiting = new Throwable().getStackTrace();
        e.setStackTrace(
                Stream.of(Stream.of(e.getStackTrace()), Stream.of(seam), Stream.of(awaiting))
                        .flatMap(frames -> frames)
                        .toArray(StackTraceElement[]::new));
        return e;
    }

    /// Throws an error as it is, and gives back an exception to throw.
    static Exception asException(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return (Exception) e;
    }
}
