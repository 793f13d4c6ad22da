package echolab.contract;

import echolab.EchoServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// A call of [EchoServer#close()] in a thread of its own, because it may take as long as the grace, or forever.
public final class Closing {

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private final long start = System.nanoTime();

    private Closing(EchoServer server, boolean interrupted) {
        thread = Thread.ofPlatform().daemon().name("close").start(() -> close(server, interrupted));
    }

    public static Closing of(EchoServer server) {
        return new Closing(server, false);
    }

    /// In a thread that was interrupted before, and wants to know of it after.
    public static Closing whenInterrupted(EchoServer server) {
        return new Closing(server, true);
    }

    private void close(EchoServer server, boolean interrupted) {
        try {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            server.close();
            if (Thread.interrupted() != interrupted) {
                throw new AssertionError("the interrupt of its thread was swallowed by close");
            }
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    /// Waits for it, but not for long.
    ///
    /// @return whether it has returned
    public boolean returnsWithin(Duration limit) {
        return new Patience(limit).sees(() -> !thread.isAlive());
    }

    /// Waits until it has returned.
    public void await(Duration limit) {
        Patience.until(
                limit,
                () -> !thread.isAlive(),
                () ->
                        "close has not returned after %s ms"
                                .formatted((System.nanoTime() - start) / 1_000_000));
        if (failure.get() != null) {
            throw new AssertionError("close threw " + failure.get(), failure.get());
        }
    }
}
