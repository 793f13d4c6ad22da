package echolab.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One visit of the load to one server: the raw figures that everything else is computed from.
///
/// @param cycle 1 for the first
/// @param position this server's place in the order of the cycle, 1 for the first
/// @param echoes messages that came back whole and right
/// @param faults messages that did not
/// @param elapsedNanos from before the first message until the last echo
/// @param serverCpuNanos CPU time of the server process; empty where the system does not tell
/// @param loadCpuNanos CPU time of the load process, without what it spent looking at the clock until the next message was
///     due; empty where the system does not tell; of several processes, on the CPU that they used most
/// @param schedule of an open loop; empty in a closed loop
/// @param interference what others took; empty in results that are older than it
/// @param p99Nanos 99th percentile of the latency; empty in results that are older than it
/// @param loadsCpuNanos CPU time of each load process, where there were several
public record Slice(
        int cycle,
        int position,
        long echoes,
        Faults faults,
        long elapsedNanos,
        OptionalLong serverCpuNanos,
        OptionalLong loadCpuNanos,
        Optional<Schedule> schedule,
        Optional<Interference> interference,
        OptionalLong p99Nanos,
        Optional<List<Long>> loadsCpuNanos) {

    public double echoesPerSecond() {
        return echoes * 1e9 / elapsedNanos;
    }

    /// What an echo cost the server.
    public OptionalDouble serverMicrosPerEcho() {
        return perEcho(serverCpuNanos);
    }

    /// What an echo cost the load generator.
    public OptionalDouble loadMicrosPerEcho() {
        return perEcho(loadCpuNanos);
    }

    /// How long 99 of 100 echoes took at most.
    public OptionalDouble p99Millis() {
        return p99Nanos.stream().mapToDouble(nanos -> nanos / 1e6).findFirst();
    }

    private OptionalDouble perEcho(OptionalLong nanos) {
        return nanos.orElse(-1) < 0 || echoes == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(nanos.getAsLong() / 1e3 / echoes);
    }
}
