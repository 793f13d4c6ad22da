package echolab.bench.result;

import java.util.List;

/// What it took until a server was warm: the echoes that it served, and for how long it was under load meanwhile.
///
/// @param echoes that it served
/// @param nanos under load
/// @param level whether what an echo costs had stopped falling
public record WarmUp(long echoes, long nanos, boolean level) {

    /// A median of fewer slices than two is none.
    private static final int FEWEST = 6;

    private static final double FALL = 0.03;

    /// Level is what falls by less than 3 % from one third of the slices so far to the next: a JVM gets warm ever more slowly, so the
    /// longer it took until now the longer must nothing happen. What rises is level: a neighbour came.
    public static WarmUp of(List<Slice> slices) {
        var third = slices.size() / 3;
        var before = cost(slices.subList(third, 2 * third));
        var now = cost(slices.subList(2 * third, slices.size()));
        var isKnown = !Double.isNaN(before) && !Double.isNaN(now);
        return new WarmUp(
                slices.stream().mapToLong(Slice::echoes).sum(),
                slices.stream().mapToLong(Slice::elapsedNanos).sum(),
                slices.size() >= FEWEST && (!isKnown || now >= (1 - FALL) * before));
    }

    /// Of two processes, that which took longer.
    public WarmUp or(WarmUp other) {
        var longer = nanos >= other.nanos ? this : other;
        return new WarmUp(longer.echoes, longer.nanos, level && other.level);
    }

    private static double cost(List<Slice> slices) {
        return Quartiles.median(Quartiles.of(slices, Slice::serverMicrosPerEcho))
                .orElse(Double.NaN);
    }
}
