package echolab.cli;

import echolab.bench.Bench;
import echolab.bench.BenchOptions;
import echolab.bench.Progress;
import echolab.bench.report.BarProgress;
import echolab.bench.report.HtmlPage;
import echolab.bench.report.JsonFile;
import echolab.bench.report.PlainProgress;
import echolab.bench.report.ResultTable;
import echolab.bench.result.BenchResult;
import echolab.bench.result.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `lab bench`: measures the steps side by side and shows what was seen.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measure the steps side by side: CPU an echo, throughput, latency.",
        footer = {
            "",
            "About one and a half minutes; with --quick under half a minute; with --peers three times that.",
            "Ctrl-C ends all servers and shows what was measured so far."
        })
final class BenchCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private TargetChoice choice;

    @Option(
            names = "--connections",
            split = ",",
            paramLabel = "N",
            description = "Connections to each server; a list makes one run each (default: 1000).")
    private List<Integer> connections = List.of();

    @Option(
            names = "--payload",
            split = ",",
            paramLabel = "BYTES",
            description =
                    "Bytes of a message, 1 to 1048576; a list makes one run each (default: 106).")
    private List<Integer> payloads = List.of();

    @Option(
            names = "--rate",
            split = ",",
            paramLabel = "R",
            description =
                    "Send so many messages a second to each server, ready or not, and count latency from when each was due; a list makes one run each (default: as fast as each server answers).")
    private List<Integer> rates = List.of();

    @Option(
            names = "--cycles",
            paramLabel = "N",
            description = "How often each server is visited (default: 25, quick: 8).")
    private Optional<Integer> cycles = Optional.empty();

    @Option(
            names = "--slice",
            paramLabel = "MILLIS",
            description = "How long a visit lasts, 10 to 60000 (default: 300, quick: 200).")
    private Optional<Integer> slice = Optional.empty();

    @Option(names = "--quick", description = "A short run with more noise.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Where the page with charts goes (default: target/bench.html of the repository).")
    private Path html = Path.of(System.getProperty("echolab.root", ""), "target", "bench.html");

    @Override
    public Integer call() throws IOException {
        var result = bench().run(this::show);
        show(result);
        if (json.isPresent()) {
            JsonFile.write(result, json.get());
        }
        HtmlPage.write(result, html);
        say("Charts: " + html + " (open it in any browser, for example: xdg-open " + html + ")");
        json.ifPresent(file -> say("Result as JSON: " + file));
        return 0;
    }

    private Bench bench() throws IOException {
        try {
            return new Bench(options(), choice.targets(this::say), commandLine(), progress());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private List<String> commandLine() {
        var typed = spec.root().commandLine().getParseResult().originalArgs();
        return Words.anywhere(Stream.concat(Stream.of("./lab"), typed.stream()).toList());
    }

    private BenchOptions options() {
        var options = quick ? BenchOptions.quick() : BenchOptions.defaults();
        options = connections.isEmpty() ? options : options.withConnections(connections);
        options = payloads.isEmpty() ? options : options.withPayloads(payloads);
        options = rates.isEmpty() ? options : options.withRates(rates);
        options = cycles.map(options::withCycles).orElse(options);
        return slice.map(Duration::ofMillis).map(options::withSlice).orElse(options);
    }

    private static Progress progress() {
        var console = System.console();
        return console != null && console.isTerminal()
                ? new BarProgress()
                : new PlainProgress(System.err);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private void show(BenchResult result) {
        var out = spec.commandLine().getOut();
        out.print(new ResultTable(result, spec.commandLine().getColorScheme().ansi()).render());
        out.flush();
    }
}
