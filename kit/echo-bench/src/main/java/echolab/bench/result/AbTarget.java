package echolab.bench.result;

import java.util.List;
import java.util.Optional;

/// What was seen of one server.
///
/// @param version of what it is made with; empty for a step, whose version is the commit
/// @param command how it was started, before pinning and without the folders of this machine
/// @param failure a sentence, when it dropped out
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

    @Override
    public Optional<Bottleneck> bottleneck() {
        return summary.map(AbSummary::bottleneck);
    }
}
