package echolab.cli.measure;

import echolab.bench.report.ChangeReport;
import echolab.bench.result.Saved;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/// The options by which a result is held against a saved one.
final class CompareChoice {

    @Option(
            names = "--compare",
            paramLabel = "RESULT",
            description =
                    "Say what changed since a saved one, its NAME or a file; the exit code is 1 on a regression.")
    private Optional<String> compare = Optional.empty();

    @Option(
            names = "--tolerance",
            paramLabel = "PERCENT",
            description =
                    "With --compare: how much more than before a server may cost (default: ${DEFAULT-VALUE}).")
    private double tolerance = 3;

    private Optional<Saved> before = Optional.empty();

    /// Reads it, before anything is measured.
    ///
    /// @param change of what is read
    /// @throws IllegalArgumentException when it can't be read, as a sentence
    void read(UnaryOperator<Saved> change) {
        before = compare.map(ReportCommand::file).map(ReportCommand::read).map(change);
    }

    /// @throws IllegalArgumentException when it was chosen: ApacheBench has no ratios
    void refuseWithAb() {
        if (compare.isPresent()) {
            throw new IllegalArgumentException(
                    "--compare compares ratios, which --ab has none of: leave one out");
        }
    }

    /// What changed; empty when nobody asked.
    ///
    /// @throws IllegalArgumentException when there is nothing to compare, as a sentence
    Optional<ChangeReport> since(Saved now) {
        return before.map(then -> ChangeReport.of(then, now, tolerance / 100));
    }
}
