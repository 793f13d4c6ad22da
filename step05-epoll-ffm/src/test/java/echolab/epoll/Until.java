package echolab.epoll;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How does a test wait for what it cannot be told of? It looks again and again, up to a limit, and then says what it saw
/// last. It parks in between, so on a loop the other tasks run.
public final class Until {

    private static final long LIMIT_NANOS = 60_000_000_000L;
    private static final long LOOK_EVERY_NANOS = 1_000_000L;

    private Until() {}

    public static void holds(String what, BooleanSupplier condition, Supplier<?> seen) {
        var deadline = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new AssertionError(
                        "waited a minute until %s, and saw: %s".formatted(what, seen.get()));
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
