package echolab.bench.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How fast one server can be asked, and what is said of every [MeasuredServer].
///
/// @param mostPerSecond echoes a second in a closed loop, when it was warm: the rates were searched below it; 0 when it dropped out
/// @param trials in their order
public record RateTarget(
        String name,
        String title,
        Optional<String> version,
        List<String> command,
        Optional<String> failure,
        double mostPerSecond,
        List<RateTrial> trials)
        implements MeasuredServer {

    /// The highest rate that met the goal; empty when none did.
    public Optional<RateTrial> best(LatencyGoal goal) {
        return trials.stream()
                .filter(trial -> trial.meets(goal))
                .max(Comparator.comparingInt(RateTrial::perSecond));
    }
}
