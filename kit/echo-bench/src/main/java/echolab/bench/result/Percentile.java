package echolab.bench.result;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// One point of a latency curve: so many per cent of the echoes took at most so long.
///
/// @param percent 0 to 100
/// @param millis the latency
public record Percentile(double percent, double millis) {

    private static final double LAST = 99.99;
    private static final int STEPS_PER_HALVING = 5;

    /// A curve for a plot whose axis has a mark at 90 %, 99 %, 99.9 % …: equally many points between each two of them. It
    /// ends at 99.99 %, or before that where fewer than one echo lies beyond; the last point is the maximum, at 100 %.
    static List<Percentile> curve(Histogram nanos) {
        var curve = new ArrayList<Percentile>();
        if (nanos.getTotalCount() == 0) {
            return curve;
        }
        for (var step = 0; ; step++) {
            var beyond = Math.pow(0.5, (double) step / STEPS_PER_HALVING);
            var percent = 100 * (1 - beyond);
            if (percent >= LAST || beyond * nanos.getTotalCount() < 1) {
                break;
            }
            curve.add(at(percent, nanos));
        }
        if (nanos.getTotalCount() * (1 - LAST / 100) >= 1) {
            curve.add(at(LAST, nanos));
        }
        curve.add(new Percentile(100, nanos.getMaxValue() / Latency.NANOS));
        return curve;
    }

    private static Percentile at(double percent, Histogram nanos) {
        return new Percentile(percent, nanos.getValueAtPercentile(percent) / Latency.NANOS);
    }
}
