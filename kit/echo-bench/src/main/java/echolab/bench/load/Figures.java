package echolab.bench.load;

import org.HdrHistogram.Histogram;

/// What the load generator saw in one slice.
///
/// @param echoes messages that came back whole and right
/// @param faults messages that did not
/// @param open connections that are still open
/// @param elapsedNanos from before the first message was sent until the last echo was complete
/// @param latency of each echo in nanoseconds, from before its message was written until it was read
public record Figures(
        long echoes, Faults faults, long open, long elapsedNanos, Histogram latency) {}
