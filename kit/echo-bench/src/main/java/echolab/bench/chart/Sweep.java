package echolab.bench.chart;

import echolab.bench.result.BenchResult;
import echolab.bench.result.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Runs of one result that differ in one thing: the points of lines.
///
/// @param axis what they differ in
/// @param runs smallest first, two at least
public record Sweep(Axis axis, List<RunResult> runs) {

    public enum Axis {
        CONNECTIONS("connections"),
        PAYLOAD("bytes of a message"),
        RATE("messages per second asked for");

        private final String words;

        Axis(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// Where a run lies on it; 0 for a closed loop on the axis of rates.
        public int of(RunResult run) {
            return switch (this) {
                case CONNECTIONS -> run.connections();
                case PAYLOAD -> run.payloadBytes();
                case RATE -> run.ratePerSecond().orElse(0);
            };
        }

        String mark(double value) {
            return this == PAYLOAD ? Numbers.bytes(value) : Numbers.mark(value);
        }
    }

    /// All sweeps in a result. With lists of connections and of payloads there is one for each of either.
    public static List<Sweep> of(BenchResult result) {
        var sweeps = new ArrayList<Sweep>();
        for (var axis : Axis.values()) {
            var alike = new LinkedHashMap<List<Integer>, List<RunResult>>();
            result.runs().stream()
                    .filter(run -> axis.of(run) > 0 && run.cyclesDone() > 0)
                    .forEach(run ->
                            alike.computeIfAbsent(others(axis, run), _ -> new ArrayList<>())
                                    .add(run));
            alike.values().stream()
                    .filter(runs -> runs.stream().map(axis::of).distinct().count() > 1)
                    .map(runs -> runs.stream().sorted((a, b) -> axis.of(a) - axis.of(b)).toList())
                    .forEach(runs -> sweeps.add(new Sweep(axis, runs)));
        }
        return sweeps;
    }

    private static List<Integer> others(Axis axis, RunResult run) {
        return Stream.of(Axis.values())
                .filter(other -> other != axis)
                .map(other -> other.of(run))
                .toList();
    }
}
