package echolab.cli.contract;

import echolab.bench.report.JsonFile;
import echolab.bench.result.Machine;
import echolab.bench.result.Revision;
import echolab.contract.CaseResult;
import echolab.contract.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The matrix of the contract as a file: who keeps what, seen where and when. `docs/results/contract.md` describes it.
///
/// @param version of this layout
/// @param kind always `contract`: whoever reads result files tells them apart by it
/// @param date when the last case ended, ISO 8601, UTC
/// @param revision the code that was tried; empty outside a git repository
public record MatrixFile(
        int version,
        String kind,
        String date,
        Machine machine,
        Optional<Revision> revision,
        List<SubjectRow> subjects) {

    static final int VERSION = 1;
    public static final String KIND = "contract";

    /// @param version of what it is made with; empty for a step
    record SubjectRow(String name, String title, Optional<String> version, List<CaseRow> cases) {}

    /// @param seen what was seen when it is broken, why when it is not applicable
    /// @param tookMillis how long it took
    record CaseRow(String name, CaseResult.Outcome outcome, String seen, long tookMillis) {}

    public static MatrixFile of(Matrix matrix) {
        return new MatrixFile(
                VERSION,
                KIND,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.here(),
                Revision.here(),
                matrix.subjects().stream().map(MatrixFile::row).toList());
    }

    private static SubjectRow row(Matrix.Held held) {
        var cases =
                held.cases().stream()
                        .map(it ->
                                new CaseRow(
                                        it.name(), it.outcome(), it.seen(), it.took().toMillis()))
                        .toList();
        return new SubjectRow(held.name(), held.title(), held.version(), cases);
    }

    public void write(Path file) throws IOException {
        JsonFile.write(this, file);
    }
}
