package echolab.cli.measure;

import echolab.bench.result.PageFile;
import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import echolab.trace.Part;
import echolab.trace.Recorder;
import echolab.trace.TracePage;
import echolab.trace.TracePicture;
import echolab.trace.TraceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab trace`: shows what a server does, call by call, while three clients talk to it.
@Command(
        name = "trace",
        description = "Shows what a server does, call by call, for three clients.",
        footer = {
            "",
            "Three clients connect, A and B send a message each, then all three at once, then",
            "they close. strace writes down what the server's threads call meanwhile."
        })
public final class TraceCommand extends LabCommand {

    @Parameters(paramLabel = "TARGET", description = "A step or a peer, for example step02.")
    private String name;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Where the page goes (default: target/trace-TARGET.html of the repository).")
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Write the picture alone, as SVG, and no page unless --html asks for it.")
    private Optional<Path> svg = Optional.empty();

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = {
                "What to list, and to draw with --svg: echo (A's first message), together",
                "(all three at once) or all (default)."
            })
    private Part part = Part.ALL;

    @Override
    public Integer call() throws IOException {
        var target = sensible(() -> new KnownServers(err()::println).named(name).measured().make());
        var trace = Recorder.record(target.command(), target.title());
        show(TraceText.render(part.of(trace)));
        if (svg.isPresent()) {
            PageFile.write(svg.get(), TracePicture.svg(part.of(trace)));
            print("\nThe picture alone: " + svg.get());
        }
        if (svg.isEmpty() || html.isPresent()) {
            var page = html.orElseGet(() -> root().resolve("target/trace-" + name + ".html"));
            PageFile.write(page, new TracePage(trace).html());
            print("\nThe conversation as a picture: " + page + " (open it in any browser)");
        }
        return 0;
    }
}
