package echolab.contract;

import echolab.EchoServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A call of [EchoServer#close()] in a thread of its own, because it may take as long as the grace, or forever.
public final class Closing {

    private final CompletableFuture<Void> closed;

    private Closing(EchoServer server, boolean interrupted) {
        closed =
                CompletableFuture.runAsync(
                        () -> close(server, interrupted),
                        Thread.ofPlatform().daemon().name("close")::start);
    }

    public static Closing of(EchoServer server) {
        return new Closing(server, false);
    }

    /// In a thread that was interrupted before, and wants to know of it after.
    public static Closing whenInterrupted(EchoServer server) {
        return new Closing(server, true);
    }

    private static void close(EchoServer server, boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        server.close();
        if (Thread.interrupted() != interrupted) {
            throw new AssertionError("the interrupt of its thread was swallowed by close");
        }
    }

    /// Waits for it, but not for long.
    ///
    /// @return whether it has returned
    public boolean returnsWithin(Duration limit) {
        return new Patience(limit).sees(closed::isDone);
    }

    /// Waits until it has returned.
    public void await(Duration limit) {
        Patience.until(limit, closed::isDone, () -> "close has not returned");
        if (closed.isCompletedExceptionally()) {
            throw new AssertionError("close threw " + closed.exceptionNow(), closed.exceptionNow());
        }
    }
}
