package echolab.contract;

import echolab.process.Digits;
import echolab.process.ServerProcess;
import java.io.IOException;

/// Does a server that has nothing to do rest? CPU time, and not of a second but beside a thread that takes all it can get: on a busy
/// machine that is little. The best of some times in which nothing was to do, since a JVM may have something to compile in one. A
/// server that tries again and again gets as much as that thread in each.
final class Rest {

    private static final double MOST = 0.25;
    private static final int LOOKS = 5;

    /// Lets about a second pass.
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
            var before = Linux.figure("CPU time", child.figures().cpuNanos());
            try (var busy = new BusyThread()) {
                if (time.passes()) {
                    var used = child.figures().cpuNanos().orElseThrow() - before;
                    least = Math.min(least, (double) used / busy.cpuNanos());
                    looks++;
                }
            }
        }
        if (least >= MOST) {
            throw new AssertionError(
                    Digits.in(
                            "%s, the server used %.0f %% of what a thread that never rests used; %.0f %% are allowed",
                            when, 100 * least, 100 * MOST));
        }
    }
}
