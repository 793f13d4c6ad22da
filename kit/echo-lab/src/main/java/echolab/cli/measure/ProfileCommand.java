package echolab.cli.measure;

import echolab.bench.report.HtmlPage;
import echolab.bench.report.TerminalReport;
import echolab.bench.run.ProfileRun;
import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import echolab.process.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab profile`: where the CPU of a server under load goes, as a flame graph.
@Command(
        name = "profile",
        description = "Shows where the CPU of a step under load goes, as a flame graph.",
        footer = {
            "",
            "By JFR, which the JDK has; where asprof is on the PATH, by async-profiler, which tells the kernel and native code apart.",
            "When asprof fails, so does the command, and shows what it said. Up to a minute, most of it until the server is",
            "warm. Linux only."
        })
public final class ProfileCommand extends LabCommand {

    @Parameters(paramLabel = "TARGET", description = "A step, or a peer that runs on a JVM.")
    private String name;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Busy connections (default: ${DEFAULT-VALUE}).")
    private int connections = 1000;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long it is recorded (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "How many seconds it is warmed at most (default: ${DEFAULT-VALUE}).")
    private int warmUp = 30;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where the page goes (default: target/profile-TARGET.html).")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--jfr", description = "By JFR, even where asprof is found.")
    private boolean jfr;

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > 600 || warmUp < 0 || connections < 1) {
            throw bad("--seconds must be 1 to 600, --warm-up 0 or more, --connections 1 or more");
        }
        var servers = new KnownServers(err()::println);
        var known = sensible(() -> servers.named(name));
        var target = KnownServers.measured(List.of(known)).getFirst();
        var asprof = Programs.find("asprof").filter(_ -> !jfr);
        var most = Duration.ofSeconds(warmUp);
        var run = new ProfileRun(connections, Duration.ofSeconds(seconds), most, asprof);
        var profile = sensible(() -> run.of(target, err()::println));
        show(new TerminalReport(ansi()).render(profile));
        var page = html.orElse(root().resolve("target/profile-" + name + ".html"));
        HtmlPage.write(profile, page);
        print("Flame graph: " + ReportFiles.andHowToOpenIt(page));
        return 0;
    }
}
