package echolab.bench.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// One server of a run: what is said of every [MeasuredServer], and what was seen of it.
///
/// @param loops how many event loops it has, and CPUs, where that is not 1
/// @param faults messages that did not come back, warm-up included
/// @param warmUp what it took until it was warm; empty in results that are older than it
/// @param cold of short connections: the first second of the process, one for each process; empty otherwise
/// @param slices one for each cycle that it took part in
/// @param summary empty when no cycle was measured
public record TargetResult(
        String name,
        String title,
        Optional<String> version,
        Role role,
        List<String> command,
        Optional<String> failure,
        OptionalInt loops,
        Faults faults,
        Optional<WarmUp> warmUp,
        Optional<List<Slice>> cold,
        List<Slice> slices,
        Optional<Summary> summary)
        implements MeasuredServer {

    /// What the name of a second process of the same program ends with.
    public static final String AGAIN = " again";

    /// What the name of a server with several event loops ends with.
    public static String loops(int number) {
        return " " + number + " loops";
    }

    /// Its name without that.
    public String program() {
        return name.replace(loops(eventLoops()), "");
    }

    public int eventLoops() {
        return loops.orElse(1);
    }

    @Override
    public Optional<Bottleneck> bottleneck() {
        return summary.map(Summary::bottleneck);
    }

    /// Of its CPU per echo to the reference's.
    public Optional<RatioInterval> ratio() {
        return summary.flatMap(Summary::ratio);
    }

    /// What an echo cost it in each cycle that tells it, in microseconds of CPU.
    Map<Integer, Double> costByCycle() {
        var costs = new TreeMap<Integer, Double>();
        for (var slice : slices) {
            slice.serverMicrosPerEcho().ifPresent(cost -> costs.put(slice.cycle(), cost));
        }
        return costs;
    }

    TargetResult withRatio(Optional<RatioInterval> ratio) {
        return with(role, slices, summary.map(seen -> seen.withRatio(ratio)));
    }

    TargetResult withRole(Role role) {
        return with(role, slices, summary);
    }

    TargetResult withSlices(List<Slice> slices) {
        return with(role, slices, summary);
    }

    private TargetResult with(Role role, List<Slice> slices, Optional<Summary> summary) {
        return new TargetResult(
                name, title, version, role, command, failure, loops, faults, warmUp, cold, slices,
                summary);
    }
}
