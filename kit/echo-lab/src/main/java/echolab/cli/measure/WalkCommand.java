package echolab.cli.measure;

import echolab.bench.result.PageFile;
import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import echolab.process.ChildProgram;
import echolab.process.Programs;
import echolab.process.ServerCommand;
import echolab.walk.Recording;
import echolab.walk.Scene;
import echolab.walk.WalkPage;
import echolab.walk.WalkPicture;
import echolab.walk.WalkRecorder;
import echolab.workshop.Course;
import echolab.workshop.folder.Workspace;
import echolab.workshop.folder.YourServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab walk`: records a server line by line while scripted clients talk to it, and makes a page to walk through it.
@Command(
        name = "walk",
        description = "Records a step line by line, and makes a page to walk through it.",
        footer = {
            "",
            "The server runs unchanged under a debugger; nothing on the page is simulated. With the",
            "number of an exercise it is your own server, once all exercises of its step are written."
        })
public final class WalkCommand extends LabCommand {

    @Parameters(
            paramLabel = "TARGET",
            description = "A step, for example step02, or the number of an exercise, such as 2.2.")
    private String name;

    @Option(
            names = "--scene",
            paramLabel = "NAME",
            description = "one-echo (default), three-clients, slow-reader or end.")
    private String scene = "one-echo";

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Where the page goes (default: target/walk-TARGET-SCENE.html of the repository).")
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Write a picture of the first step that the scene asks about, too.")
    private Optional<Path> svg = Optional.empty();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description =
                    "Keep the recording, too: the book makes its pages of those in docs/walks.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--open", description = "Open the page in your browser.")
    private boolean open;

    @Override
    public Integer call() throws IOException {
        var recording = name.matches("\\d+\\.\\d+") ? yours() : ours();
        var page =
                html.orElseGet(
                        () -> root().resolve("target/walk-%s-%s.html".formatted(name, scene)));
        PageFile.write(page, WalkPage.html(recording));
        if (svg.isPresent()) {
            PageFile.write(svg.get(), WalkPicture.svg(recording));
        }
        if (json.isPresent()) {
            PageFile.write(json.get(), recording.json());
        }
        if (!recording.ending().isEmpty()) {
            print(recording.ending());
        }
        print(
                "%s steps of \"%s\": %s (open it in any browser)"
                        .formatted(recording.steps().size(), recording.title(), page));
        if (open) {
            open(page);
        }
        return 0;
    }

    private Recording ours() throws IOException {
        var step = sensible(() -> KnownServers.step(name));
        var played = sensible(() -> Scene.of(name, scene));
        var command =
                ServerCommand.ofStep(
                        step, WalkRecorder.jvmFlags(), played.arguments().toArray(String[]::new));
        return WalkRecorder.record(name, played, command, root());
    }

    /// The participant's whole server: a method alone serves nobody.
    private Recording yours() throws IOException {
        var course = Course.read(root().toAbsolutePath());
        var folder = sensible(() -> course.exercise(name).step());
        var id = "step" + Course.number(folder);
        var played = sensible(() -> Scene.of(id, scene));
        var classes = new YourServer(course, folder).compile();
        var command =
                ServerCommand.ofVersion(
                        "your " + id, KnownServers.step(id), classes, WalkRecorder.jvmFlags());
        var words = new ArrayList<>(command.words());
        words.addAll(played.arguments());
        return WalkRecorder.record(
                id,
                played,
                new ServerCommand(command.name(), words, command.ready()),
                Workspace.all(course));
    }

    private void open(Path page) throws IOException {
        var opener = Programs.find("xdg-open", "open");
        if (opener.isEmpty()) {
            print("There is no xdg-open here to open it with.");
            return;
        }
        ChildProgram.of(opener.get().toString(), page.toAbsolutePath().toString()).start();
    }
}
