package echolab.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// How a server gets warm, from its first connection on, in stages each about twice as long as the one before.
public final class WarmUpCurve {

    /// Seconds under load at which a stage ends.
    private static final List<Double> ENDS =
            List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0);

    /// The last slice before an end lasts a little longer than it should.
    private static final double GRACE = 1.1;

    /// @param seconds at which it ends
    /// @param cpuMicros CPU of the server per echo, over its slices
    /// @param p99Millis the 99th percentile of the latency, over its slices
    public record Stage(
            double seconds, Optional<Quartiles> cpuMicros, Optional<Quartiles> p99Millis) {}

    private WarmUpCurve() {}

    /// @param slices in their order, the first right after the start
    public static List<Stage> of(List<Slice> slices) {
        var stages = new TreeMap<Double, List<Slice>>();
        var nanos = 0L;
        for (var slice : slices) {
            nanos += slice.elapsedNanos();
            var seconds = nanos / 1e9;
            var end = ENDS.stream().filter(e -> seconds <= e * GRACE).findFirst();
            stages.computeIfAbsent(end.orElse(ENDS.getLast()), _ -> new ArrayList<>()).add(slice);
        }
        return stages.entrySet().stream()
                .map(stage ->
                        new Stage(
                                stage.getKey(),
                                Quartiles.of(stage.getValue(), Slice::serverMicrosPerEcho),
                                Quartiles.of(stage.getValue(), Slice::p99Millis)))
                .toList();
    }
}
