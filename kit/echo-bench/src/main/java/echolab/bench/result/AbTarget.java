package echolab.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// One server of an [AbResult]: what is said of every [MeasuredServer], and what was seen of it.
///
/// @param rounds in which it took part to the end
public record AbTarget(
        String name,
        String title,
        Optional<String> version,
        List<String> command,
        Optional<String> failure,
        List<AbRound> rounds,
        Optional<AbSummary> summary)
        implements MeasuredServer {

    /// The median over the rounds of a figure that the summary has not; empty when no round has it.
    public OptionalDouble median(Function<AbRound, OptionalDouble> figure) {
        return Quartiles.median(Quartiles.of(rounds, figure));
    }

    @Override
    public Optional<Bottleneck> bottleneck() {
        return summary.map(AbSummary::bottleneck);
    }
}
