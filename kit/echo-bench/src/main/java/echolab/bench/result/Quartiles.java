package echolab.bench.result;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/// The middle of a row of figures and how far it is spread: half of them lie between `q1` and `q3`.
///
/// @param q1 a quarter of the figures are smaller
/// @param median half of them are
/// @param q3 three quarters are
public record Quartiles(double q1, double median, double q3) {

    /// Linear interpolation between the two nearest figures (type 7 of Hyndman and Fan, 1996: what R and NumPy do when
    /// not told otherwise). Empty when there is no figure.
    public static Optional<Quartiles> of(double... figures) {
        if (figures.length == 0) {
            return Optional.empty();
        }
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return Optional.of(new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75)));
    }

    /// Of things of which some have the figure.
    public static <T> Optional<Quartiles> of(
            Collection<T> things, Function<T, OptionalDouble> figure) {
        return of(things.stream().map(figure).flatMapToDouble(OptionalDouble::stream).toArray());
    }

    /// Of a figure that is not spread.
    public static Quartiles alike(double figure) {
        return new Quartiles(figure, figure, figure);
    }

    /// The middle alone, where there is one.
    public static OptionalDouble median(Optional<Quartiles> figures) {
        return figures.map(of -> OptionalDouble.of(of.median)).orElse(OptionalDouble.empty());
    }

    /// The same figures in another unit. The change must keep their order.
    public Quartiles map(DoubleUnaryOperator change) {
        return new Quartiles(
                change.applyAsDouble(q1), change.applyAsDouble(median), change.applyAsDouble(q3));
    }

    private static double at(double[] sorted, double share) {
        var place = share * (sorted.length - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
