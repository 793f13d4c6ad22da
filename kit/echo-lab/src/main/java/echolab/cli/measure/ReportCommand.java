package echolab.cli.measure;

import echolab.bench.report.ChangeReport;
import echolab.bench.report.HtmlPage;
import echolab.bench.report.TerminalReport;
import echolab.bench.result.BenchResult;
import echolab.bench.result.Saved;
import echolab.cli.command.LabCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab report`: saved results as one page, side by side where their load is the same.
@Command(
        name = "report",
        description =
                "Shows saved results on one page: charts, side by side where the load is the same.",
        footer = {
            "",
            "  lab report                       all results in docs/results",
            "  lab report before.json after.json",
            "  lab report after --compare before",
            "",
            "The exit code is 1 when a server of theirs dropped out, or costs more than --compare allows."
        })
public final class ReportCommand extends LabCommand {

    private static final Path ROOT = root();

    private static final Path FOLDER = ROOT.resolve("docs").resolve("results");

    @Parameters(
            paramLabel = "RESULT",
            description =
                    "A file of lab bench --json, or the NAME that lab bench --save was given (default: all saved).")
    private List<String> results = List.of();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where the page goes (default: target/report.html of the repository).")
    private Path html = ROOT.resolve("target").resolve("report.html");

    @Option(
            names = "--reference",
            paramLabel = "SERVER",
            description = "Take all ratios to this server (default: to that of each result).")
    private Optional<String> reference = Optional.empty();

    @Mixin private ExportChoice export;

    @Mixin private CompareChoice comparison;

    @Override
    public Integer call() throws IOException {
        var read = sensible(() -> read().stream().map(this::compared).toList());
        var changes = sensible(() -> changes(read));
        HtmlPage.write(read, html);
        export.write(read.stream().map(Saved::result).toList());
        changes.forEach(c -> show(new TerminalReport(ansi()).render(c)));
        out().println("Report: " + ReportFiles.andHowToOpenIt(html));
        var regressed = changes.stream().anyMatch(c -> c.regressions() > 0);
        var lost = read.stream().anyMatch(saved -> saved.result().lostServer());
        return lost || regressed ? 1 : 0;
    }

    private List<ChangeReport> changes(List<Saved> read) {
        comparison.read(this::compared);
        return read.stream().flatMap(saved -> comparison.since(saved).stream()).toList();
    }

    private Saved compared(Saved saved) {
        return reference.isPresent() && saved.result() instanceof BenchResult bench
                ? new Saved(saved.name(), bench.comparedWith(reference.get()))
                : saved;
    }

    private List<Saved> read() throws IOException {
        var files =
                results.isEmpty() ? saved().stream() : results.stream().map(ReportCommand::file);
        return files.map(ReportCommand::read).toList();
    }

    private static List<Path> saved() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var saved = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            if (saved.isEmpty()) {
                throw new IllegalArgumentException(
                        "no result of lab bench is in %s: make one with lab bench --save NAME"
                                .formatted(FOLDER));
            }
            return saved;
        }
    }

    /// What is there as a file is that file; else it is a name.
    static Path file(String result) {
        var file = Path.of(result);
        return Files.exists(file) || result.contains("/") || result.endsWith(".json")
                ? file
                : FOLDER.resolve(result + ".json");
    }

    /// @throws IllegalArgumentException when it can't be read, as a sentence
    static Saved read(Path file) {
        try {
            return Saved.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
