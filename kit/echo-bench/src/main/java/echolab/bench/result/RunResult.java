package echolab.bench.result;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
/// @param warmUpRounds slices of warm-up that the slowest server had; 0 when it is the warm-up that was measured, one server at a time
/// @param steady whether CPU per echo was level when warm-up ended
/// @param serverCpu the CPU that all servers were pinned to; empty when they were not
/// @param serverCpus of a server with the most event loops, where any has several: one with fewer has the first of them
/// @param loadCpu the CPU that the load generator was pinned to, or its first process; empty when it was not
/// @param loadCpus of each load process that a server was visited by at once, where there were several
/// @param unpinned why nothing was pinned, as a sentence
/// @param loadProcesses how many load generators shared the servers
/// @param seed that the orders of the cycles were drawn with; empty in results that are older than it
/// @param forks processes that each server has, one after the other, which share the cycles out; empty in results that are older than it
/// @param precision share of its estimate by which an interval may be off for the run to end; empty when all cycles were asked for
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
        Optional<List<Integer>> serverCpus,
        OptionalInt loadCpu,
        Optional<List<Integer>> loadCpus,
        Optional<String> unpinned,
        int loadProcesses,
        OptionalInt seed,
        OptionalInt forks,
        OptionalDouble precision,
        Optional<String> reference,
        List<TargetResult> targets) {

    /// One of its servers.
    public Optional<TargetResult> target(String name) {
        return targets.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /// Whether connections are short.
    public boolean brief() {
        return messagesPerConnection.isPresent();
    }

    /// The programs that were measured with several event loops, each with what it had, the fewest first.
    public Map<String, List<TargetResult>> byLoops() {
        var all = new LinkedHashMap<String, List<TargetResult>>();
        targets.stream()
                .filter(target -> target.loops().isPresent())
                .forEach(target -> all.put(target.program(), List.of()));
        all.replaceAll((program, _) ->
                targets.stream()
                        .filter(target -> target.program().equals(program))
                        .sorted(Comparator.comparingInt(TargetResult::eventLoops))
                        .toList());
        return all;
    }

    /// CPUs that the load shares with servers of many loops.
    public List<Integer> sharedCpus() {
        return Stream.concat(loadCpu.stream().boxed(), loadCpus.stream().flatMap(List::stream))
                .distinct()
                .filter(serverCpus.orElse(List.of())::contains)
                .toList();
    }

    /// What is counted, for a person: of short connections each has one echo.
    public String unit() {
        return brief() ? "connection" : "echo";
    }

    /// Several of them.
    public String units() {
        return brief() ? "connections" : "echoes";
    }

    /// Whether the warm-up itself was measured.
    public boolean ofWarmUp() {
        return warmUpRounds == 0 && cyclesDone > 0;
    }

    public boolean partial() {
        return cyclesDone < cyclesPlanned && !precise();
    }

    /// Whether it was to end when its intervals are narrow enough, and they are.
    public boolean precise() {
        return precision.isPresent() && wide().isEmpty();
    }

    /// Servers whose interval is wider than was asked for, or that have none.
    public List<String> wide() {
        var most = precision.orElse(Double.POSITIVE_INFINITY);
        return targets.stream()
                .filter(t -> t.role() == Role.CONTESTANT && t.failure().isEmpty())
                .filter(t -> t.ratio().filter(ratio -> ratio.reach() <= most).isEmpty())
                .map(TargetResult::name)
                .toList();
    }

    /// What a server's ratio was in each half of the cycles.
    public record Drift(String server, RatioInterval first, RatioInterval second) {

        private boolean isClear() {
            return first.whisker().q3() < second.whisker().q1()
                    || second.whisker().q3() < first.whisker().q1();
        }
    }

    /// Servers whose intervals of the two halves do not meet: they were not warm yet, or something else changed for them. It finds one that did
    /// not drift in one case of some two hundred.
    public List<Drift> drifts() {
        var first = half(slice -> 2 * slice.cycle() <= cyclesDone);
        var second = half(slice -> 2 * slice.cycle() > cyclesDone);
        return forks.orElse(1) > 1
                ? List.of()
                : IntStream.range(0, targets.size())
                        .filter(i -> targets.get(i).role() == Role.CONTESTANT)
                        .boxed()
                        .flatMap(i -> drift(first.targets.get(i), second.targets.get(i)).stream())
                        .filter(Drift::isClear)
                        .toList();
    }

    private static Optional<Drift> drift(TargetResult first, TargetResult second) {
        return first.ratio()
                .filter(before -> before.low().isPresent())
                .flatMap(before ->
                        second.ratio()
                                .filter(after -> after.low().isPresent())
                                .map(after -> new Drift(first.name(), before, after)));
    }

    private RunResult half(Predicate<Slice> in) {
        var all = targets.stream();
        var some = all.map(t -> t.withSlices(t.slices().stream().filter(in).toList())).toList();
        return with(reference, some).compared();
    }

    /// Which draw a cycle belongs to: it is one, or all those of a process are.
    private int draw(int cycle) {
        var processes = forks.orElse(1);
        return processes == 1 ? cycle : (cycle - 1) * processes / cyclesPlanned;
    }

    /// The same run, as if only some of its servers had been shown. The reference may be among those left out.
    public RunResult only(Collection<String> names) {
        return with(reference, targets.stream().filter(t -> names.contains(t.name())).toList());
    }

    /// The same run with ratios to the server that is its reference, computed from the slices.
    public RunResult compared() {
        return reference
                .map(to -> with(reference, Comparison.with(to, targets, this::draw)))
                .orElse(this);
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
                .flatMap(TargetResult::ratio);
    }

    /// Two processes of one program, neither of which is the reference.
    public record Twins(String server, RatioInterval ratio) {}

    /// The ratio of the second to the first, which checks the method where programs are compiled while they run; empty when either did not last.
    public Optional<Twins> twins() {
        return targets.stream()
                .filter(target -> target.role() == Role.CONTESTANT && target.failure().isEmpty())
                .filter(target -> target.name().endsWith(TargetResult.AGAIN))
                .findFirst()
                .flatMap(second -> {
                    var first = second.name().replace(TargetResult.AGAIN, "");
                    return Comparison.of(second.name(), first, targets, this::draw)
                            .map(ratio -> new Twins(first, ratio));
                });
    }

    RunResult with(Optional<String> reference, List<TargetResult> targets) {
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
                serverCpus,
                loadCpu,
                loadCpus,
                unpinned,
                loadProcesses,
                seed,
                forks,
                precision,
                reference,
                targets);
    }
}
