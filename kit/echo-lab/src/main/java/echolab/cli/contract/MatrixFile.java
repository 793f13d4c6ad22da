package echolab.cli.contract;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import echolab.bench.result.ContractResult;
import echolab.bench.result.ContractResult.Ending;
import echolab.bench.result.ContractResult.HeldCase;
import echolab.bench.result.ContractResult.Subject;
import echolab.contract.CaseResult;
import echolab.contract.Held;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The matrix of the contract as a result that a file can hold.
public final class MatrixFile {

    private MatrixFile() {}

    public static ContractResult of(List<Held> subjects) {
        return new ContractResult(
                ContractResult.VERSION,
                ContractResult.KIND,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.here(),
                Revision.here(),
                subjects.stream().map(MatrixFile::subject).toList());
    }

    private static Subject subject(Held held) {
        return new Subject(
                held.name(),
                held.title(),
                held.version(),
                held.cases().stream().map(MatrixFile::held).toList());
    }

    private static HeldCase held(CaseResult result) {
        var ending = Ending.valueOf(result.outcome().name());
        return new HeldCase(result.name(), ending, result.seen(), result.took().toMillis());
    }
}
