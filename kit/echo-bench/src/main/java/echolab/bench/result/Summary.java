package echolab.bench.result;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What the slices of one server come to.
///
/// @param cpuMicrosPerEcho CPU time of the server an echo, over the cycles
/// @param ratio its CPU time per echo to the reference's in the same cycle
/// @param echoesPerSecond over the cycles
/// @param pace of an open loop, how its rate was kept; empty in a closed loop
/// @param latencyMillis of all echoes
/// @param residentBytes memory in RAM after the last slice
/// @param threads of the operating system after the last slice
/// @param serverBusy share of its CPU that the server used, median over the cycles, 0 to 1
/// @param loadBusy the same of the load generator
/// @param loadMicrosPerEcho CPU time of the load generator an echo, median over the cycles
/// @param bottleneck who could do no more
public record Summary(
        Optional<Quartiles> cpuMicrosPerEcho,
        Optional<RatioInterval> ratio,
        Quartiles echoesPerSecond,
        Optional<Pace> pace,
        Latency latencyMillis,
        OptionalLong residentBytes,
        OptionalLong threads,
        OptionalDouble serverBusy,
        OptionalDouble loadBusy,
        OptionalDouble loadMicrosPerEcho,
        Bottleneck bottleneck) {

    Summary withRatio(Optional<RatioInterval> ratio) {
        return new Summary(
                cpuMicrosPerEcho,
                ratio,
                echoesPerSecond,
                pace,
                latencyMillis,
                residentBytes,
                threads,
                serverBusy,
                loadBusy,
                loadMicrosPerEcho,
                bottleneck);
    }

    /// Whether it has a ratio that is not told apart from 1.
    public boolean even() {
        return ratio.isPresent() && !ratio.get().apart();
    }
}
