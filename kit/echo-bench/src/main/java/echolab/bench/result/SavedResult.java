package echolab.bench.result;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import java.util.List;
import java.util.Optional;

/// A result that a file holds. Of whatever kind it is, it says when, where and of which code it was made.
public sealed interface SavedResult permits BenchResult, AbResult, ContractResult, RateResult {

    /// When it began, ISO 8601, UTC.
    String date();

    Machine machine();

    /// The commit that was measured; empty outside a git repository.
    Optional<Revision> revision();

    /// The words that made it, `./lab` first; empty when no command line did.
    default List<String> commandLine() {
        return List.of();
    }

    /// What the JVM of every step was started with, besides the step's own flags.
    default List<String> jvmFlags() {
        return List.of();
    }

    /// The garbage collector that such a JVM chose.
    default Optional<String> collector() {
        return Optional.empty();
    }

    /// Whether it was interrupted.
    default boolean partial() {
        return false;
    }

    /// Those that were measured, one under several loads several times.
    default List<? extends MeasuredServer> targets() {
        return List.of();
    }

    /// By our own load generator: one for each load.
    default List<RunResult> runs() {
        return List.of();
    }

    /// Whether a server dropped out.
    default boolean lostServer() {
        return targets().stream().anyMatch(server -> server.failure().isPresent());
    }
}
