package echolab.bench.result;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All that `lab bench --ab` says, with what every [SavedResult] has: the JSON file is this record, and table and page are made from it.
///
/// @param version of this layout
/// @param kind always `ab`: whoever reads result files tells them apart by it
/// @param abVersion as `ab -V` says it
/// @param requests to each server, over all rounds
/// @param concurrency connections at a time
/// @param rounds that were asked for
/// @param warmUpRequests to each server in each round, before those that count
/// @param serverCpu that all servers were pinned to; empty when nothing was
/// @param abCpu that ab was pinned to; empty when nothing was
/// @param unpinned why nothing was pinned
public record AbResult(
        int version,
        String kind,
        String date,
        List<String> commandLine,
        Machine machine,
        Optional<Revision> revision,
        String abVersion,
        int requests,
        int concurrency,
        int rounds,
        int warmUpRequests,
        List<String> jvmFlags,
        OptionalInt serverCpu,
        OptionalInt abCpu,
        Optional<String> unpinned,
        boolean partial,
        List<AbTarget> targets)
        implements SavedResult {

    public static final int VERSION = 1;
    public static final String KIND = "ab";
}
