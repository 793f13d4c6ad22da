package echolab.cli;

import echolab.bench.Progress;
import echolab.bench.jmh.JmhFigure;
import echolab.bench.jmh.JmhRun;
import echolab.bench.report.BarProgress;
import echolab.bench.report.JmhPage;
import echolab.bench.report.JmhTable;
import echolab.bench.report.PlainProgress;
import echolab.bench.result.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lab jmh`: runs the JMH benchmarks, and shows what they found.
@Command(
        name = "jmh",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measure single parts with JMH: a round trip, a switch, a system call, their garbage.",
        footer = {
            "",
            "All of them take about ten minutes; with --quick about three. Time counts for whoever waits alone:",
            "what a server costs under load is for lab bench."
        })
final class JmhCommand implements Callable<Integer> {

    private static final Path TARGET = Path.of(System.getProperty("echolab.root", ""), "target");

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..1",
            defaultValue = "echolab",
            description =
                    "A regular expression for their names, for example RoundTrip (default: all).")
    private String pattern;

    @Option(names = "--list", description = "Print the names and run none.")
    private boolean list;

    @Option(names = "--quick", description = "A short run with more noise.")
    private boolean quick;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where JMH's own result goes (default: target/jmh.json).")
    private Path json = TARGET.resolve("jmh.json");

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where the page with charts goes (default: target/jmh.html).")
    private Path html = TARGET.resolve("jmh.html");

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var run = new JmhRun(TARGET.resolve("jmh.log"), quick ? JmhRun.QUICK : JmhRun.LONG);
        var names = run.list(checked(pattern));
        if (names.isEmpty()) {
            throw bad("no benchmark's name matches \"" + pattern + "\"; --list prints the names");
        }
        if (list) {
            names.forEach(out::println);
            return 0;
        }
        try (var progress = progress()) {
            run.run(pattern, json, progress);
        }
        var figures = JmhFigure.read(json).toList();
        out.print(new JmhTable(figures, spec.commandLine().getColorScheme().ansi()).render());
        JmhPage.write(figures, conditions(), html);
        out.println();
        out.println("Charts: " + html + " (open it in any browser). JMH's own result: " + json);
        return 0;
    }

    private String conditions() {
        var machine = Machine.here();
        return "%s, %s cores; %s; %s; JMH with %s."
                .formatted(
                        machine.cpu(),
                        machine.cores(),
                        machine.kernel(),
                        machine.jdk(),
                        String.join(" ", quick ? JmhRun.QUICK : JmhRun.LONG));
    }

    private String checked(String regex) {
        try {
            return Pattern.compile(regex).pattern();
        } catch (PatternSyntaxException e) {
            throw bad("\"%s\" is no regular expression: %s".formatted(regex, e.getDescription()));
        }
    }

    private static Progress progress() {
        var console = System.console();
        return console != null && console.isTerminal()
                ? new BarProgress()
                : new PlainProgress(System.err);
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
