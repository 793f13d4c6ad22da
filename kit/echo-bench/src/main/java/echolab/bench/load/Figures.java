package echolab.bench.load;

import echolab.bench.result.Faults;
import echolab.bench.result.Schedule;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/// What the load generator saw in one slice.
///
/// @param echoes messages that came back whole and right
/// @param faults messages that did not
/// @param open connections that are still open
/// @param elapsedNanos from before the first message was sent until the last echo was complete
/// @param latency of each message in nanoseconds, until its echo was read: in a closed loop from before it was written, in an
///     open loop from the time when it was due; of one that did not come back, until it was given up
/// @param schedule how an open loop kept its timetable; empty in a closed loop
public record Figures(
        long echoes,
        Faults faults,
        long open,
        long elapsedNanos,
        Histogram latency,
        Optional<Schedule> schedule) {

    /// With what another process saw of the same server at the same time. Both began as soon as they had read a line, so that the longer of the two
    /// times is that of both.
    Figures plus(Figures other) {
        var latencies = latency.copy();
        latencies.add(other.latency);
        return new Figures(
                echoes + other.echoes,
                faults.plus(other.faults),
                open + other.open,
                Math.max(elapsedNanos, other.elapsedNanos),
                latencies,
                schedule.flatMap(own -> other.schedule.map(own::plus)));
    }
}
