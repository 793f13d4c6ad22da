package echolab.bench.result;

import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/// How long an echo took. All echoes of all slices together, in milliseconds.
///
/// @param p9999 99.99th percentile; empty for fewer than 10,000 echoes, of which less than one lies beyond it
/// @param curve the whole distribution, for a plot
public record Latency(
        double p50,
        double p99,
        double p999,
        OptionalDouble p9999,
        double max,
        List<Percentile> curve) {

    static final double NANOS = 1e6;
    private static final long ENOUGH = 10_000;

    public static Latency of(Histogram nanos) {
        return new Latency(
                nanos.getValueAtPercentile(50) / NANOS,
                nanos.getValueAtPercentile(99) / NANOS,
                nanos.getValueAtPercentile(99.9) / NANOS,
                nanos.getTotalCount() < ENOUGH
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(nanos.getValueAtPercentile(99.99) / NANOS),
                nanos.getMaxValue() / NANOS,
                Percentile.curve(nanos));
    }
}
