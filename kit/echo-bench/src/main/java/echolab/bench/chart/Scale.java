package echolab.bench.chart;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// An axis: where on it a figure lies, and where its marks are.
///
/// @param low what lies at its beginning, after `bend`
/// @param high what lies at its end, after `bend`
/// @param bend how figures become lengths
/// @param ticks where the marks are
record Scale(double low, double high, DoubleUnaryOperator bend, List<Double> ticks) {

    private static final int MOST_TICKS = 6;

    /// From 0 to the first mark that is not below `most`.
    static Scale linear(double most) {
        var end = most > 0 ? most : 1;
        var step = round(end);
        var steps = (int) Math.ceil(end / step - 1e-9);
        var ticks = IntStream.rangeClosed(0, steps).mapToObj(i -> i * step).toList();
        return new Scale(0, ticks.getLast(), value -> value, ticks);
    }

    /// From `least` to `most`, both more than 0. Marks at 1, 2, 5, 10, … or, over more than two decades, at 1, 10, 100, ….
    static Scale logarithmic(double least, double most) {
        var low = Math.log10(least);
        var high = Math.max(Math.log10(most), low + 0.1);
        var between = high - low > 2 ? new double[] {1} : new double[] {1, 1.5, 2, 3, 5, 7};
        var ticks =
                IntStream.rangeClosed((int) Math.floor(low), (int) Math.ceil(high))
                        .boxed()
                        .flatMap(power ->
                                DoubleStream.of(between).mapToObj(m -> m * Math.pow(10, power)))
                        .filter(tick -> Math.log10(tick) >= low - 1e-9)
                        .filter(tick -> Math.log10(tick) <= high + 1e-9)
                        .toList();
        return new Scale(low, high, Math::log10, ticks);
    }

    /// The same, around 1 and with some room at its ends: for ratios, where 2 is as far from 1 as a half is.
    static Scale ratios(double least, double most, double room) {
        return logarithmic(Math.min(least, 1) / room, Math.max(most, 1) * room);
    }

    /// The same, from and to a power of ten.
    static Scale decades(double least, double most) {
        var low = Math.floor(Math.log10(least) + 1e-9);
        var high = Math.max(low + 1, Math.ceil(Math.log10(most) - 1e-9));
        return logarithmic(Math.pow(10, low), Math.pow(10, high));
    }

    /// The same, with a mark at each of these figures and nothing beyond them.
    static Scale at(List<Double> figures) {
        var all = logarithmic(figures.getFirst(), figures.getLast());
        return new Scale(all.low, all.high, all.bend, figures);
    }

    /// Each step to the right leaves a tenth of the echoes beyond: 0 %, 90 %, 99 %, 99.9 %.
    static Scale percentiles() {
        var ticks = List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99);
        return new Scale(0, 4, percent -> -Math.log10(1 - percent / 100), ticks);
    }

    /// 0 at the beginning of the axis, 1 at its end; a figure beyond is put at the end it is beyond of.
    double share(double value) {
        return Math.clamp((bend.applyAsDouble(value) - low) / (high - low), 0, 1);
    }

    /// The distance of marks up to `most`: 1, 2 or 5 and a power of ten.
    private static double round(double most) {
        var power = Math.pow(10, Math.floor(Math.log10(most / MOST_TICKS)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(m -> m * power)
                .filter(step -> most / step <= MOST_TICKS)
                .findFirst()
                .orElse(10 * power);
    }
}
