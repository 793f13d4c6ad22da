package echolab.bench.result;

import java.util.List;
import java.util.Optional;

/// Everything that a report says, and nothing that it does not come from: the JSON file is this record, and the table
/// and the HTML page are made from it.
///
/// @param version of this layout; `docs/results/README.md` describes it
/// @param date when the run began, ISO 8601, UTC
/// @param revision the commit that was measured; empty outside a git repository
/// @param partial whether the run was interrupted
public record BenchResult(
        int version,
        String date,
        Machine machine,
        Optional<Revision> revision,
        Settings settings,
        boolean partial,
        List<RunResult> runs) {

    public static final int VERSION = 1;
}
