package echolab.workshop.folder;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.Folders;
import echolab.workshop.Todo;
import echolab.workshop.WrongAnswer;
import echolab.workshop.run.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A server of other code than the step's, which can be run as the step's own is: the participant's, or one with a mistake on file.
///
/// @param folder the module, below a folder where the modules of steps lie
/// @param classes where its classes are
public record YourServer(Path folder, Path classes) {

    private static final String BUILT = ".server";

    /// The participant's whole server, once there is one: when all exercises of a step are written, and it compiles.
    ///
    /// @param step the folder of the step
    /// @throws IOException when it does not compile, or an exercise is left: the message says which
    public static YourServer whole(Course course, String step) throws IOException {
        var workspace = new Workspace(course, step);
        workspace.requireStarted();
        for (var exercise : course.of(step)) {
            if (!exercise.canBeLeftOut() && workspace.hasTodo(exercise)) {
                throw new IOException(
                        "exercise %s is not solved yet, so there is no whole server: ./lab check %<s"
                                .formatted(exercise.number()));
            }
        }
        return compiled(
                course, workspace.folder(), Workspace.all(course).resolve(BUILT).resolve(step));
    }

    /// The participant's server for one exercise, solved or not: what is left of the others is as the step has it.
    ///
    /// @throws IOException when it does not compile
    public static YourServer upTo(Course course, Exercise exercise) throws IOException {
        var step = exercise.step();
        var folder = Workspace.all(course).resolve(".walk").resolve(step);
        Folders.delete(folder);
        Skeleton.write(folder, new Workspace(course, step).completedBut(exercise));
        return compiled(course, folder, folder.resolve(BUILT));
    }

    /// The step's own server with a mistake in it.
    ///
    /// @param wrong the name of a file in `exercises/wrong`
    /// @param below the folder that its module is made in
    public static YourServer mistaken(Course course, String wrong, Path below) throws IOException {
        var answer = WrongAnswer.read(course.root().resolve("exercises/wrong").resolve(wrong));
        var wanted = course.exercise(answer.exercise());
        var folder = below.resolve(wanted.step());
        Folders.delete(folder);
        var sources =
                new Skeleton(course, wanted.step())
                        .sources(exercise ->
                                exercise.equals(wanted)
                                        ? new Form.Mistaken(answer)
                                        : new Form.Solved());
        Skeleton.write(folder, sources);
        return compiled(course, folder, folder.resolve(BUILT));
    }

    private static YourServer compiled(Course course, Path folder, Path classes)
            throws IOException {
        Folders.delete(classes);
        try (var compilation = new Compilation()) {
            var problems = compilation.compile(folder.resolve("src/main"), classes);
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
        // what is left to do must be able to say so
        var todo = Files.createDirectories(classes.resolve("echolab/workshop"));
        try (var code = Todo.class.getResourceAsStream("Todo.class")) {
            Files.write(todo.resolve("Todo.class"), code.readAllBytes());
        }
        return new YourServer(folder, classes);
    }
}
