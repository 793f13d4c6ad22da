package echolab.workshop.folder;

import echolab.workshop.Course;
import echolab.workshop.Folders;
import echolab.workshop.run.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The participant's whole server, which can be run as the step's own is, once there is one: when all exercises of a
/// step are written, and it compiles.
///
/// @param course the exercises
/// @param step the folder of the step
public record YourServer(Course course, String step) {

    /// @return the folder of the classes
    /// @throws IOException when it does not compile, or an exercise is left: the message says which
    public Path compile() throws IOException {
        var workspace = new Workspace(course, step);
        workspace.requireStarted();
        for (var exercise : course.of(step)) {
            if (!exercise.canBeLeftOut() && workspace.hasTodo(exercise)) {
                throw new IOException(
                        "exercise %s is not solved yet, so there is no whole server: ./lab check %<s"
                                .formatted(exercise.number()));
            }
        }
        var classes = Workspace.all(course).resolve(".server").resolve(step);
        Folders.delete(classes);
        var tests = course.root().resolve(step).resolve("src/test/java");
        try (var compilation = new Compilation()) {
            var problems =
                    compilation.compile(
                            workspace.folder().resolve("src/main"),
                            List.of(),
                            tests,
                            List.of(),
                            classes);
            if (!problems.isEmpty()) {
                var first = problems.getFirst();
                throw new IOException(
                        "your server does not compile: %s:%s: %s"
                                .formatted(
                                        course.root().relativize(first.file()),
                                        first.line(),
                                        first.message()));
            }
        }
        return classes;
    }
}
