package echolab.cli.measure;

import echolab.bench.report.CsvReport;
import echolab.bench.report.MarkdownReport;
import echolab.bench.result.PageFile;
import echolab.bench.result.SavedResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// The options that write results for other programs.
final class ExportChoice {

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write the tables as Markdown, too.")
    private Optional<Path> markdown = Optional.empty();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write the servers as CSV, too, a line each.")
    private Optional<Path> csv = Optional.empty();

    void write(List<? extends SavedResult> results) throws IOException {
        if (markdown.isPresent()) {
            var all = results.stream().map(MarkdownReport::of).collect(Collectors.joining("\n"));
            PageFile.write(markdown.get(), all);
        }
        if (csv.isPresent()) {
            PageFile.write(csv.get(), CsvReport.of(results));
        }
    }
}
