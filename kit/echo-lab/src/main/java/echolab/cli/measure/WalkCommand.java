package echolab.cli.measure;

import echolab.EchoStep;
import echolab.bench.result.PageFile;
import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import echolab.process.ChildProgram;
import echolab.process.Programs;
import echolab.walk.Parting;
import echolab.walk.Recording;
import echolab.walk.Scene;
import echolab.walk.WalkPage;
import echolab.walk.WalkPicture;
import echolab.walk.WalkRecorder;
import echolab.workshop.Course;
import echolab.workshop.folder.YourServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
            "number of an exercise it is your own method, solved or not, in the scene that fits it; the",
            "page says where your server and the step's part. Once it is solved, both are shown."
        })
public final class WalkCommand extends LabCommand {

    @Parameters(
            paramLabel = "TARGET",
            description =
                    "A step, for example step02; the number of an exercise, such as 2.2; or all, for the book.")
    private String name;

    @Option(
            names = "--scene",
            paramLabel = "NAME",
            description =
                    "one-echo (default), three-clients, slow-reader, end, or one that a step has besides.")
    private Optional<String> scene = Optional.empty();

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
        if (name.equals("all")) {
            return all();
        }
        var page = name.matches("\\d+\\.\\d+") ? yours() : ours();
        if (open) {
            open(page);
        }
        return 0;
    }

    /// Each scene of each step, anew, where the build finds them; as many at a time as there are CPUs.
    private int all() throws IOException {
        try {
            EchoStep.all().stream()
                    .flatMap(step ->
                            Scene.names(step.id()).stream()
                                    .<Runnable>map(each -> () -> keepForTheBook(step, each)))
                    .toList()
                    .parallelStream()
                    .forEach(Runnable::run);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return 0;
    }

    private void keepForTheBook(EchoStep step, String each) {
        try {
            var file = root().resolve("docs/walks/%s-%s.json".formatted(step.id(), each));
            PageFile.write(file, ours(step, Scene.of(step.id(), each)).json());
            print(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ours() throws IOException {
        var step = sensible(() -> KnownServers.step(name));
        var played = sensible(() -> Scene.of(name, scene.orElse("one-echo")));
        return keep(ours(step, played), page(played, ""));
    }

    private Recording ours(EchoStep step, Scene played) throws IOException {
        if (played.wrong().isEmpty()) {
            return WalkRecorder.record(step, played, Optional.empty(), root());
        }
        var course = Course.read(root().toAbsolutePath());
        return record(
                step,
                played,
                YourServer.mistaken(course, played.wrong(), root().resolve("target/mistaken")));
    }

    private static Recording record(EchoStep step, Scene played, YourServer server)
            throws IOException {
        return WalkRecorder.record(
                step, played, Optional.of(server.classes()), server.folder().getParent());
    }

    /// The participant's method in the step's server, solved or not; the step's own beside it only when it is solved.
    private Path yours() throws IOException {
        var course = Course.read(root().toAbsolutePath());
        var exercise = sensible(() -> course.exercise(name));
        var step = KnownServers.step("step" + Course.number(exercise.step()));
        var played = sensible(() -> Scene.of(step.id(), scene.orElse(Scene.about(name))));
        var yours = record(step, played, YourServer.upTo(course, exercise));
        var ours = ours(step, played);
        var parting = Parting.of(yours, ours);
        var page = keep(yours.saying(parting.step(), said(parting)), page(played, ""));
        print("%s (step %s of the page)".formatted(said(parting), parting.step() + 1));
        if (!OwnServer.isSolved(course, exercise)) {
            return page;
        }
        var reference = page(played, "-reference");
        PageFile.write(reference, WalkPage.html(ours));
        var both = page(played, "-both");
        PageFile.write(
                both,
                WalkPage.beside(
                        "exercise " + exercise.name(),
                        at(page, parting.step()),
                        at(reference, parting.otherStep())));
        print("Side by side: " + both);
        return both;
    }

    private static String said(Parting parting) {
        return parting.isAtTheEnd()
                ? "Your server and the step's have gone through the same methods to the end."
                : "Up to here your server and the step's have done the same. Now yours %s, and the step's %s."
                        .formatted(parting.next(), parting.otherNext());
    }

    private static String at(Path page, int step) {
        return "%s#step=%s".formatted(page.getFileName(), step + 1);
    }

    private Path page(Scene played, String kind) {
        var usual =
                html.orElseGet(() ->
                        root().resolve("target/walk-%s-%s.html".formatted(name, played.name())));
        return usual.resolveSibling(
                usual.getFileName().toString().replaceFirst("(?=\\.[^.]*$|$)", kind));
    }

    private Path keep(Recording recording, Path page) throws IOException {
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
        return page;
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
