package echolab.contract;

import echolab.contract.CaseResult.Outcome;
import java.util.List;
import java.util.Optional;

/// A subject that was held against the contract.
///
/// @param name for example `step02`
/// @param title for people
/// @param version of what it is made with; empty for a step, whose version is the commit
/// @param cases what came of each, in the order in which they ran
public record Held(String name, String title, Optional<String> version, List<CaseResult> cases) {

    long count(Outcome outcome) {
        return cases.stream().filter(result -> result.outcome() == outcome).count();
    }

    Optional<CaseResult> of(String name) {
        return cases.stream().filter(result -> result.name().equals(name)).findFirst();
    }

    /// How it ended, for example `24 kept, 0 broken, 8 not applicable`.
    public String summary() {
        return "%s kept, %s broken, %s not applicable"
                .formatted(
                        count(Outcome.KEPT), count(Outcome.BROKEN), count(Outcome.NOT_APPLICABLE));
    }

    /// Whether no case was broken.
    public boolean keepsAll() {
        return count(Outcome.BROKEN) == 0;
    }
}
