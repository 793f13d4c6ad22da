package echolab.bench.result;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All that `lab bench --find-rate` says, with what every [SavedResult] has.
///
/// @param version of this layout
/// @param kind always `rate`
/// @param goal that the latency is to meet
/// @param connections to each server
/// @param payloadBytes bytes of a message
/// @param serverCpu that all servers were pinned to; empty when nothing was
/// @param loadCpu that the load generator was pinned to, or its first process; empty when nothing was
/// @param loadCpus of each load process, where there were several
/// @param unpinned why nothing was pinned
public record RateResult(
        int version,
        String kind,
        String date,
        List<String> commandLine,
        Machine machine,
        Optional<Revision> revision,
        LatencyGoal goal,
        int connections,
        int payloadBytes,
        List<String> jvmFlags,
        OptionalInt serverCpu,
        OptionalInt loadCpu,
        Optional<List<Integer>> loadCpus,
        Optional<String> unpinned,
        boolean partial,
        List<RateTarget> targets)
        implements SavedResult {

    public static final int VERSION = 1;
    public static final String KIND = "rate";
}
