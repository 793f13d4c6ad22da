package echolab.bench.result;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// All servers under one load.
///
/// @param connections to each server
/// @param payloadBytes bytes of a message
/// @param ratePerSecond messages a second to each server, in an open loop; empty in a closed loop
/// @param sliceMillis how long the load visits a server
/// @param cyclesPlanned how many cycles were asked for
/// @param cyclesDone how many were measured: fewer when the run was interrupted
/// @param warmUpRounds slices of warm-up that each server had
/// @param steady whether the rates had settled when warm-up ended
/// @param serverCpu the CPU that all servers were pinned to; empty when they were not
/// @param loadCpu the CPU that the load generator was pinned to; empty when it was not
/// @param unpinned why nothing was pinned, as a sentence
/// @param loadProcesses how many load generators shared the servers
/// @param reference the server whose CPU time per echo is 1
/// @param noise by how much the two processes of the reference differed in half of the cycles, as a share (0.02 is 2 %)
/// @param targets the servers, in the order in which they were named
public record RunResult(
        int connections,
        int payloadBytes,
        OptionalInt ratePerSecond,
        long sliceMillis,
        int cyclesPlanned,
        int cyclesDone,
        int warmUpRounds,
        boolean steady,
        OptionalInt serverCpu,
        OptionalInt loadCpu,
        Optional<String> unpinned,
        int loadProcesses,
        Optional<String> reference,
        OptionalDouble noise,
        List<TargetResult> targets) {

    public boolean partial() {
        return cyclesDone < cyclesPlanned;
    }

    /// The same run, as if only some of its servers had been shown. The reference may be among those left out.
    public RunResult only(Collection<String> names) {
        return new RunResult(
                connections,
                payloadBytes,
                ratePerSecond,
                sliceMillis,
                cyclesPlanned,
                cyclesDone,
                warmUpRounds,
                steady,
                serverCpu,
                loadCpu,
                unpinned,
                loadProcesses,
                reference,
                noise,
                targets.stream().filter(target -> names.contains(target.name())).toList());
    }
}
