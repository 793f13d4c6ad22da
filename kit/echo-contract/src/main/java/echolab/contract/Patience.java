package echolab.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How long a test waits for what may never come. Not for seconds on the wall: on a busy machine a right answer would be
/// wrong, or else a wrong one would have to be waited for by the minute.
///
/// It looks ten times a second at the CPU time that this process has used. If that is next to nothing, nobody here has anything
/// left to do, and the time counts. If it is more, the time counts for as much as the process had a CPU: what it does at
/// half the speed may take it twice as long. And a machine that stands still stands still for one look.
public final class Patience {

    private static final Duration LOOK = Duration.ofMillis(100);

    /// What the system tells is exact to 10 ms.
    private static final Duration NOTHING = LOOK.dividedBy(10);

    /// The least that a look counts: who is never quiet and never gets a CPU must come to an end, too.
    private static final Duration LEAST = LOOK.dividedBy(5);

    private static final long FIRST_PAUSE = 50_000;
    private static final long LONGEST_PAUSE = LOOK.dividedBy(10).toNanos();

    private final Duration limit;
    private Duration waited = Duration.ZERO;
    private Duration used;
    private long looked;
    private long pause = FIRST_PAUSE;

    public Patience(Duration limit) {
        this.limit = limit;
    }

    /// To be asked again and again: it begins with the first time, and time in which nobody asks does not count. Who is interrupted has
    /// none left.
    public boolean isOver() {
        if (used == null || System.nanoTime() - looked >= LOOK.toNanos()) {
            var now = used();
            waited = used == null ? waited : waited.plus(counts(now.minus(used)));
            used = now;
            looked = System.nanoTime();
        }
        return waited.compareTo(limit) >= 0 || Thread.currentThread().isInterrupted();
    }

    private static Duration counts(Duration used) {
        if (used.compareTo(NOTHING) <= 0 || used.compareTo(LOOK) >= 0) {
            return LOOK;
        }
        return used.compareTo(LEAST) < 0 ? LEAST : used;
    }

    /// Empty where the system does not tell: then each look counts.
    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Waits a moment before somebody looks again, each time longer than the last.
    ///
    /// @return false when it is over
    boolean waits() {
        if (pause == LONGEST_PAUSE && isOver()) {
            return false;
        }
        LockSupport.parkNanos(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
        return true;
    }

    /// Begins again, since something has happened; true.
    boolean begins() {
        waited = Duration.ZERO;
        used = null;
        pause = FIRST_PAUSE;
        return true;
    }

    /// Waits until the condition holds.
    ///
    /// @return false when the patience was over before
    public boolean sees(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (!waits()) {
                return false;
            }
        }
        return true;
    }

    /// The same, and says what it saw last when the condition does not come to hold.
    public static void until(Duration limit, BooleanSupplier condition, Supplier<String> seen) {
        if (!new Patience(limit).sees(condition)) {
            throw new AssertionError(seen.get() + " (waited " + Text.of(limit) + ")");
        }
    }
}
