package echolab.bench.result;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that a report says, and nothing that it does not come from: the JSON file is this record, and the table
/// and the HTML page are made from it. What [SavedResult] describes is in every result.
///
/// @param version of this layout; `docs/results/README.md` describes it
/// @param kind what it tells of, and so which of `runs` and `idle` is filled
/// @param runs one for each load that was asked for: the points of a sweep, in its order
/// @param idle one for each number of idle connections
public record BenchResult(
        int version,
        Kind kind,
        String date,
        List<String> commandLine,
        Machine machine,
        Optional<Revision> revision,
        Settings settings,
        boolean partial,
        List<RunResult> runs,
        List<IdleResult> idle)
        implements SavedResult {

    public static final int VERSION = 3;

    /// The same result with ratios to another of its servers.
    ///
    /// @throws IllegalArgumentException when a run did not measure it, as a sentence
    public BenchResult comparedWith(String server) {
        return new BenchResult(
                version,
                kind,
                date,
                commandLine,
                machine,
                revision,
                settings,
                partial,
                runs.stream().map(run -> run.comparedWith(server)).toList(),
                idle);
    }

    @Override
    public List<String> jvmFlags() {
        return settings.jvmFlags();
    }

    @Override
    public Optional<String> collector() {
        return settings.collector();
    }

    @Override
    public List<MeasuredServer> targets() {
        return Stream.<MeasuredServer>concat(
                        runs.stream().flatMap(run -> run.targets().stream()),
                        idle.stream().flatMap(run -> run.targets().stream()))
                .toList();
    }
}
