package echolab.bench.result;

import java.util.OptionalDouble;

/// Whether the rate of an open loop was kept.
///
/// @param intendedPerSecond messages a second that were asked for
/// @param achievedPerSecond messages a second that were sent, over the cycles
/// @param kept whether the achieved rate is at least 98 % of the intended one, at the median
/// @param unsent messages of all slices whose time came and that were never sent
/// @param lateMillis of the messages whose connection was free, 99 % were sent at most this late; median over the cycles: what
///     the load generator itself adds to the latency
public record Pace(
        int intendedPerSecond,
        Quartiles achievedPerSecond,
        boolean kept,
        long unsent,
        OptionalDouble lateMillis) {

    private static final double KEPT = 0.98;

    public static Pace of(
            int intended, Quartiles achieved, long unsent, OptionalDouble lateMillis) {
        var kept = achieved.median() >= KEPT * intended;
        return new Pace(intended, achieved, kept, unsent, lateMillis);
    }
}
