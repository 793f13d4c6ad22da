package echolab.bench.result;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import java.util.List;
import java.util.Optional;

/// The matrix of the contract: who keeps what, seen where and when. `docs/results/contract.md` describes it.
///
/// @param version of this layout
/// @param kind always `contract`: whoever reads result files tells them apart by it
/// @param date when the last case ended, ISO 8601, UTC
public record ContractResult(
        int version,
        String kind,
        String date,
        Machine machine,
        Optional<Revision> revision,
        List<Subject> subjects)
        implements SavedResult {

    public static final int VERSION = 1;
    public static final String KIND = "contract";

    /// How a case can end.
    public enum Ending {
        KEPT,
        BROKEN,
        NOT_APPLICABLE
    }

    /// @param version of what it is made with; empty for a step
    public record Subject(
            String name, String title, Optional<String> version, List<HeldCase> cases) {

        public long count(Ending ending) {
            return cases.stream().filter(held -> held.outcome() == ending).count();
        }
    }

    /// @param seen what was seen when it is broken, why when it is not applicable
    /// @param tookMillis how long it took
    public record HeldCase(String name, Ending outcome, String seen, long tookMillis) {}
}
