package echolab.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How does a case wait for what it cannot be told of? It looks again and again, up to a limit, and then says what it
/// saw last.
final class Wait {

    private static final long LOOK_EVERY = Duration.ofMillis(10).toNanos();

    private Wait() {}

    static void until(Duration limit, BooleanSupplier condition, Supplier<String> seen) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new AssertionError(seen.get() + " (waited " + Text.of(limit) + ")");
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
