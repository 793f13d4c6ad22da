package echolab.bench.result;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All servers under one load.
///
/// @param connections to each server
/// @param payloadBytes bytes of a message
/// @param ratePerSecond messages a second to each server, in an open loop; empty in a closed loop
/// @param messagesPerConnection after which a client closes a connection and makes another, so that `connections` is how many there are at once;
///     empty where connections stay
/// @param sliceMillis how long the load visits a server
/// @param cyclesPlanned how many cycles were asked for
/// @param cyclesDone how many were measured: fewer when the run was interrupted
/// @param warmUpRounds slices of warm-up that each server had
/// @param steady whether the rates had settled when warm-up ended
/// @param serverCpu the CPU that all servers were pinned to; empty when they were not
/// @param loadCpu the CPU that the load generator was pinned to; empty when it was not
/// @param unpinned why nothing was pinned, as a sentence
/// @param loadProcesses how many load generators shared the servers
/// @param seed that the orders of the cycles were drawn with; empty in results that are older than it
/// @param reference the server whose CPU time per echo is 1
/// @param targets the servers, in the order in which they were named
public record RunResult(
        int connections,
        int payloadBytes,
        OptionalInt ratePerSecond,
        OptionalInt messagesPerConnection,
        long sliceMillis,
        int cyclesPlanned,
        int cyclesDone,
        int warmUpRounds,
        boolean steady,
        OptionalInt serverCpu,
        OptionalInt loadCpu,
        Optional<String> unpinned,
        int loadProcesses,
        OptionalInt seed,
        Optional<String> reference,
        List<TargetResult> targets) {

    /// What is counted, for a person: of short connections each has one echo.
    public String unit() {
        return messagesPerConnection.isPresent() ? "connection" : "echo";
    }

    /// Several of them.
    public String units() {
        return messagesPerConnection.isPresent() ? "connections" : "echoes";
    }

    public boolean partial() {
        return cyclesDone < cyclesPlanned;
    }

    /// The same run, as if only some of its servers had been shown. The reference may be among those left out.
    public RunResult only(Collection<String> names) {
        return with(reference, targets.stream().filter(t -> names.contains(t.name())).toList());
    }

    /// The same run with ratios to the server that is its reference, computed from the slices.
    public RunResult compared() {
        return reference.map(to -> with(reference, Comparison.with(to, targets))).orElse(this);
    }

    /// The same run with ratios to another of its servers.
    ///
    /// @throws IllegalArgumentException when it did not measure it, as a sentence
    public RunResult comparedWith(String name) {
        var names = targets.stream().map(TargetResult::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "--reference %s was not measured: choose one of %s"
                            .formatted(name, String.join(", ", names)));
        }
        var roles =
                targets.stream()
                        .map(t ->
                                t.withRole(
                                        t.name().equals(name) ? Role.REFERENCE : Role.CONTESTANT))
                        .toList();
        return with(Optional.of(name), roles).compared();
    }

    /// The ratio of the second copy of the reference to the first, which checks the method; empty when either did not last.
    public Optional<RatioInterval> check() {
        return targets.stream()
                .filter(target -> target.role() == Role.CONTROL && target.failure().isEmpty())
                .filter(target -> !reference.equals(Optional.of(target.name())))
                .findFirst()
                .flatMap(control -> control.summary().flatMap(Summary::ratio));
    }

    private RunResult with(Optional<String> reference, List<TargetResult> targets) {
        return new RunResult(
                connections,
                payloadBytes,
                ratePerSecond,
                messagesPerConnection,
                sliceMillis,
                cyclesPlanned,
                cyclesDone,
                warmUpRounds,
                steady,
                serverCpu,
                loadCpu,
                unpinned,
                loadProcesses,
                seed,
                reference,
                targets);
    }
}
