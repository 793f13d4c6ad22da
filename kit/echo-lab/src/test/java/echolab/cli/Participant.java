package echolab.cli;

import echolab.workshop.Course;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Somebody who types the commands of the workshop, in a folder with what these need of the repository: the steps and their exercises.
final class Participant {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    final Path root;
    final Course course;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Participant(Path root) throws IOException {
        this.root = root;
        System.setProperty("echolab.root", root.toString());
        this.course = Course.read(root);
    }

    /// With the whole course.
    static Participant ofAll(Path root) throws IOException {
        return of(root, Course.read(PROJECT).steps());
    }

    /// With some of its steps.
    static Participant of(Path root, List<String> steps) throws IOException {
        copy("exercises/wrong", root);
        for (var step : steps) {
            copy(step + "/src", root);
            var number = step.substring("step0".length(), "step0".length() + 1);
            try (var files =
                    Files.newDirectoryStream(
                            PROJECT.resolve("exercises"), number + "[0-9]*-*.adoc")) {
                for (var file : files) {
                    copy(PROJECT.relativize(file).toString(), root);
                }
            }
        }
        return new Participant(root);
    }

    private static void copy(String below, Path root) throws IOException {
        try (var paths = Files.walk(PROJECT.resolve(below))) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var target = root.resolve(PROJECT.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    /// @return the exit code; what it printed comes to [#out()] and [#err()]
    int types(String... words) {
        return Lab.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /// What was printed since this was asked last.
    String reads() {
        var text = out.toString() + err;
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return text;
    }

    /// The next test has another folder.
    void leaves() {
        System.clearProperty("echolab.root");
    }
}
