package echolab.bench.load;

import java.util.Arrays;

/// Counts what goes wrong in a slice.
final class FaultCounter {

    private final long[] counts = new long[Fault.values().length];

    void count(Fault fault) {
        counts[fault.ordinal()]++;
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    Faults snapshot() {
        return new Faults(
                counts[Fault.CORRUPT.ordinal()],
                counts[Fault.CLOSED.ordinal()],
                counts[Fault.RESET.ordinal()],
                counts[Fault.UNANSWERED.ordinal()]);
    }
}
