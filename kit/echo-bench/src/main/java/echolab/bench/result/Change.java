package echolab.bench.result;

import echolab.process.Digits;
import java.util.List;
import java.util.Optional;

/// How the ratio of a server to the reference changed from one run to another, as a factor.
///
/// The interval is put together from those of the two ratios: in logarithms, the squares of their distances to the ends add up
/// (Zou and Donner, *Statistics in Medicine* 27, 2008). Between two runs lies more than slices can tell: other processes, another
/// hour, perhaps another machine. That is what a tolerance is for.
///
/// @param before has an interval
/// @param now has an interval
public record Change(String server, RatioInterval before, RatioInterval now) {

    /// Of each server that has an interval in both, but for the copies of the reference.
    ///
    /// @throws IllegalArgumentException when their ratios are not to the same server, as a sentence
    public static List<Change> between(RunResult before, RunResult now) {
        if (!before.reference().equals(now.reference())) {
            throw new IllegalArgumentException(
                    "the ratios of one run are to %s and those of the other to %s: name one for both by --reference"
                            .formatted(
                                    before.reference().orElse("none"),
                                    now.reference().orElse("none")));
        }
        return now.targets().stream()
                .flatMap(target ->
                        before.target(target.name()).flatMap(old -> between(old, target)).stream())
                .toList();
    }

    private static Optional<Change> between(TargetResult before, TargetResult now) {
        return ratio(before).flatMap(old -> ratio(now).map(r -> new Change(now.name(), old, r)));
    }

    private static Optional<RatioInterval> ratio(TargetResult target) {
        return target.ratio()
                .filter(ratio -> ratio.low().isPresent())
                .filter(_ -> target.role() == Role.CONTESTANT && target.failure().isEmpty());
    }

    public double estimate() {
        return now.estimate() / before.estimate();
    }

    /// Lower end of the 95 % interval.
    public double low() {
        return estimate() / both(now.whisker().q1(), before.whisker().q3());
    }

    /// Its upper end.
    public double high() {
        return estimate() * both(now.whisker().q3(), before.whisker().q1());
    }

    private double both(double endNow, double endBefore) {
        return Math.exp(
                Math.hypot(
                        Math.log(endNow / now.estimate()),
                        Math.log(endBefore / before.estimate())));
    }

    /// @param tolerance as a share: 0.03 lets a ratio grow by 3 %
    public boolean isRegression(double tolerance) {
        return low() > 1 + tolerance;
    }

    /// For a person.
    ///
    /// @param tolerance as a share
    public String verdict(double tolerance) {
        return isRegression(tolerance)
                ? "regression"
                : low() > 1 ? "costs more" : high() < 1 ? "costs less" : "not told apart";
    }

    /// For a person: `1.06 [1.04, 1.08]`.
    public String words() {
        return Digits.in("%.2f [%.2f, %.2f]", estimate(), low(), high());
    }
}
