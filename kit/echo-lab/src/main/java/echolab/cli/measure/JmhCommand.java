package echolab.cli.measure;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Pinning;
import echolab.bench.report.JmhReport;
import echolab.bench.result.JmhFigure;
import echolab.bench.run.JmhRun;
import echolab.bench.run.ShownProgress;
import echolab.cli.command.LabCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab jmh`: runs the JMH benchmarks, and shows what they found.
@Command(
        name = "jmh",
        description =
                "Measures single parts with JMH: a round trip, a switch, a system call, their garbage.",
        footer = {
            "",
            "All of them take about ten minutes; with --quick about three. Time counts for whoever waits alone:",
            "what a server costs under load is for lab bench."
        })
public final class JmhCommand extends LabCommand {

    private static final Path TARGET = root().resolve("target");

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..1",
            description =
                    "A regular expression for their names, for example RoundTrip (default: all).")
    private String pattern = "echolab";

    @Option(names = "--list", description = "Print the names and run none.")
    private boolean list;

    @Option(
            names = "--quick",
            description =
                    "A short run: three iterations in one JVM each, whose interval is wide and says nothing of the next JVM.")
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
        var cpu = Pinning.choose();
        var run = new JmhRun(TARGET.resolve("jmh.log"), cpu, quick ? JmhRun.QUICK : JmhRun.LONG);
        var names = JmhRun.list(checked(pattern));
        if (names.isEmpty()) {
            throw bad("no benchmark's name matches \"" + pattern + "\"; --list prints the names");
        }
        if (list) {
            print(names);
            return 0;
        }
        try (var progress = ShownProgress.here()) {
            run.run(pattern, json, progress);
        }
        var figures = JmhFigure.read(json).toList();
        var report = new JmhReport(figures);
        show(report.forTerminal(ansi()));
        report.write(conditions(cpu), html);
        print("\nCharts: " + html + " (open it in any browser). JMH's own result: " + json);
        return 0;
    }

    private String conditions(Pinning cpu) {
        var machine = Machine.here();
        return "%s, %s cores; %s; %s; JMH with %s, %s."
                .formatted(
                        machine.cpu(),
                        machine.cores(),
                        machine.kernel(),
                        machine.jdk(),
                        String.join(" ", quick ? JmhRun.QUICK : JmhRun.LONG),
                        cpu.whyNot().orElse("each JVM on CPU " + cpu.serverCpu().orElse(-1)));
    }

    private String checked(String regex) {
        try {
            return Pattern.compile(regex).pattern();
        } catch (PatternSyntaxException e) {
            throw bad("\"%s\" is no regular expression: %s".formatted(regex, e.getDescription()));
        }
    }
}
