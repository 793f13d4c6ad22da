package echolab.cli.measure;

import echolab.bench.report.HtmlPage;
import echolab.bench.result.JsonFile;
import echolab.bench.result.SavedFile;
import echolab.bench.result.SavedResult;
import echolab.cli.command.LabCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// Where what `lab bench` has seen goes, besides the terminal.
final class ReportFiles {

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "Keep the result as docs/results/NAME.json of the repository.")
    private Optional<String> save = Optional.empty();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Where the page with charts goes (default: target/bench.html of the repository).")
    private Path html = LabCommand.root().resolve("target/bench.html");

    private Optional<SavedFile> saved = Optional.empty();

    /// Before anything is measured: can it be kept under that name?
    ///
    /// @param kind the field `kind` of the result
    /// @throws IllegalArgumentException when it can't, as a sentence
    void check(String kind) {
        var folder = LabCommand.root().resolve("docs/results");
        saved = save.map(name -> SavedFile.named(folder, name, kind));
    }

    void write(SavedResult result, Consumer<String> say) throws IOException {
        if (json.isPresent()) {
            JsonFile.write(result, json.get());
            say.accept("Result as JSON: " + json.get());
        }
        if (saved.isPresent()) {
            JsonFile.write(result, saved.get().path());
            say.accept(saved.get().sentence());
        }
        HtmlPage.write(result, html);
        say.accept("Charts: " + andHowToOpenIt(html));
    }

    /// A page's path, and a command that opens it as it is typed: in quotes where a shell would take the path apart.
    static String andHowToOpenIt(Path page) {
        var path = page.toString();
        var typed = path.matches("[\\w./-]+") ? path : "'" + path + "'";
        return "%s (open it in any browser, for example: xdg-open %s)".formatted(path, typed);
    }
}
