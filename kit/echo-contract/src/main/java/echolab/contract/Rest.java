package echolab.contract;

import echolab.process.ServerProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Whether a server that has nothing to do rests: by CPU time, beside a thread that takes all it can get, which is little on a busy machine.
/// A look lasts until that thread has had its fill, since in half a second of a busy machine either may get nothing. The best of some looks:
/// in one a JVM may have something to compile, but who tries again and again gets about as much as that thread in each.
final class Rest {

    private static final double MOST = 0.25;
    private static final int LOOKS = 5;
    private static final long ENOUGH_NANOS = 300_000_000;
    static final Duration MOMENT = Duration.ofMillis(100);

    /// Lets about as much time pass as a [#MOMENT].
    @FunctionalInterface
    interface Time {

        /// @return whether the server had nothing to do meanwhile
        boolean passes() throws IOException;
    }

    private Rest() {}

    /// @param when in the message, for example "while it waited for a descriptor"
    static void expect(ServerProcess child, String when, Time time) throws IOException {
        var least = Double.MAX_VALUE;
        for (var looks = 0; looks < LOOKS && least >= MOST; ) {
            var before = Servers.told("CPU time", child.figures().cpuNanos());
            var busy = Thread.ofPlatform().daemon().name("busy").start(Rest::goRound);
            try {
                var idle = true;
                while (idle && cpuNanos(busy) < ENOUGH_NANOS) idle = time.passes();
                if (idle) {
                    var used = child.figures().cpuNanos().orElseThrow() - before;
                    least = Math.min(least, (double) used / cpuNanos(busy));
                    looks++;
                }
            } finally {
                busy.interrupt();
            }
        }
        if (least >= MOST) {
            throw Text.failure(
                    "%s, the server used %.0f %% of what a thread that never rests used; %.0f %% are allowed",
                    when, 100 * least, 100 * MOST);
        }
    }

    private static void goRound() {
        while (!Thread.currentThread().isInterrupted()) Thread.onSpinWait();
    }

    private static long cpuNanos(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }
}
