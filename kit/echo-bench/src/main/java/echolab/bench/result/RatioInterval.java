package echolab.bench.result;

import echolab.process.Digits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What an echo costs a server as a ratio to what it costs the reference: an estimate, and the interval that holds the true ratio in
/// at least 95 of 100 runs.
///
/// Nothing is supposed of the noise; the drawn orders carry it all (Fisher, *The Design of Experiments*, 1935). If an
/// echo costs both the same, whatever happens in a cycle is as likely to hit the one as the other. So of the copies of the reference
/// that a cycle has, say two, the server costs more than none, than one or than both with a third each, however the noise is spread, and
/// whatever the cycles before were like. *How often it cost more*, summed over the cycles, has a distribution that is known
/// exactly: the rank sum in blocks (van Elteren, *Bulletin of the International Statistical Institute* 37, 1960), which
/// with one copy is the sign test.
///
/// The interval has all ratios that this test does not refuse, and the estimate is the one that it likes best (Hodges and Lehmann,
/// *Annals of Mathematical Statistics* 34, 1963): both are order statistics of the ratios to each copy in each cycle.
///
/// With several processes of each server (`--forks`) a process is the draw, not a cycle: a JVM that compiles otherwise, or lies otherwise in
/// memory, stays so for all of its cycles, and more of them tell nothing about the next process. Of each process there is one
/// ratio to each copy, the median over its cycles, and the same holds of them, since the copies are started anew as well.
/// What few processes say is little: with one, the interval is about these processes and not about the program; with two or three there
/// is none, since three that all lie above both copies do so by chance in one run of 27; with four it reaches from the least to the greatest.
///
/// Refused: *Student's t*, which one outlier blinds. The *bootstrap*, whose intervals are too narrow for eight cycles. The ratio
/// to the *mean of both copies*: two are hit twice as often as one, so noise that only ever adds puts equal servers below 1.
///
/// @param low empty when the draws are too few for it: below 4 with two copies of the reference, below 6 with one; and of the reference
/// @param high empty together with `low`
/// @param p the chance of a difference as clear as this one between servers that cost the same, 0 to 1
/// @param apart whether it is told apart from 1, in the company of all rows of its run
public record RatioInterval(
        double estimate, OptionalDouble low, OptionalDouble high, double p, boolean apart) {

    /// How often an interval may miss, and how often a run may tell any equal server apart.
    static final double LEVEL = 0.05;

    /// What the reference has.
    static final RatioInterval ONE =
            new RatioInterval(1, OptionalDouble.empty(), OptionalDouble.empty(), 1, false);

    static final Comparator<RatioInterval> CLEAREST_FIRST =
            Comparator.comparingDouble(RatioInterval::p);

    /// @param draws of each cycle, or process, the ratios to those copies of the reference that were measured in it
    /// @return nothing when there is no ratio; told apart when it would be in no company
    static Optional<RatioInterval> of(Stream<double[]> draws) {
        var ratios = draws.toList();
        var sorted = ratios.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        var chances = chances(ratios.stream().mapToInt(copies -> copies.length).toArray());
        var above = Arrays.stream(sorted).filter(ratio -> ratio > 1).count();
        var below = Arrays.stream(sorted).filter(ratio -> ratio < 1).count();
        var p = Math.min(1, 2 * atLeast(chances, (int) Math.max(above, below)));
        var cut = 0;
        while (atLeast(chances, chances.length - 1 - cut) <= LEVEL / 2) {
            cut++;
        }
        return Optional.of(
                new RatioInterval(
                        Quartiles.of(sorted).orElseThrow().median(),
                        cut > 0 ? OptionalDouble.of(sorted[cut - 1]) : OptionalDouble.empty(),
                        cut > 0
                                ? OptionalDouble.of(sorted[sorted.length - cut])
                                : OptionalDouble.empty(),
                        p,
                        p <= LEVEL));
    }

    /// The probabilities of costing more than 0, 1, 2, … copies over all cycles, for a server that costs the same.
    ///
    /// @param copies how many each cycle has
    static double[] chances(int... copies) {
        var chances = new double[] {1};
        for (var count : copies) {
            var next = new double[chances.length + count];
            for (var before = 0; before < chances.length; before++) {
                for (var more = 0; more <= count; more++) {
                    next[before + more] += chances[before] / (count + 1);
                }
            }
            chances = next;
        }
        return chances;
    }

    private static double atLeast(double[] chances, int count) {
        return Arrays.stream(chances, count, chances.length).sum();
    }

    RatioInterval told(boolean apart) {
        return new RatioInterval(estimate, low, high, p, apart);
    }

    /// By how much of the estimate the further end is away from it; infinitely far when there is none.
    double reach() {
        return low.isEmpty()
                ? Double.POSITIVE_INFINITY
                : Math.max(1 - low.getAsDouble() / estimate, high.orElseThrow() / estimate - 1);
    }

    /// For a person: `1.06 [1.04, 1.08]`, or `1.06` when there are too few cycles for more.
    public String words() {
        return Digits.in("%.2f", estimate) + (low.isEmpty() ? "" : " " + interval());
    }

    /// For a person: `[1.04, 1.08]`; a dash when there is none.
    public String interval() {
        return low.isEmpty()
                ? "–"
                : Digits.in("[%.2f, %.2f]", low.getAsDouble(), high.orElseThrow());
    }

    /// As a chart draws it: from end to end.
    public Quartiles whisker() {
        return new Quartiles(low.orElse(estimate), estimate, high.orElse(estimate));
    }
}
