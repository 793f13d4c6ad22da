package echolab.bench.result;

import org.HdrHistogram.Histogram;

/// How long did an echo take? All echoes of all slices together, in milliseconds.
public record Latency(double p50, double p99, double p999, double max) {

    private static final double NANOS = 1e6;

    public static Latency of(Histogram nanos) {
        return new Latency(
                nanos.getValueAtPercentile(50) / NANOS,
                nanos.getValueAtPercentile(99) / NANOS,
                nanos.getValueAtPercentile(99.9) / NANOS,
                nanos.getMaxValue() / NANOS);
    }
}
