package echolab.cli.workshop;

import echolab.cli.command.LabCommand;
import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.TerminalProse;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import java.nio.file.Path;

/// What the commands of the workshop share: the course, and an answer to a number that there is not.
abstract class WorkshopCommand extends LabCommand {

    /// Fits a terminal of 80 columns.
    static final int WIDTH = 78;

    @Override
    public final Integer call() throws IOException {
        return run(Course.read(root().toAbsolutePath()));
    }

    /// @return the exit code
    abstract int run(Course course) throws IOException;

    final Exercise exercise(Course course, String number) throws IOException {
        return sensible(() -> course.exercise(number));
    }

    final String step(Course course, String name) throws IOException {
        return sensible(() -> course.step(name));
    }

    /// How a participant finds a file: from the folder of the repository.
    static Path relative(Course course, Path path) {
        return course.root().relativize(path);
    }

    /// An exercise with its question and its task.
    final void printTask(Course course, Exercise exercise) {
        print(ansi().string(headline(exercise)));
        print("");
        print(TerminalProse.lines(exercise.text(), WIDTH));
        print("");
        printPlace(course, exercise);
    }

    /// Where the method of an exercise stands: the folder to open, and the file in it.
    final void printPlace(Course course, Exercise exercise) {
        var folder = new Workspace(course, exercise.step()).folder();
        print("It is in " + relative(course, folder) + ":");
        print("  " + exercise.source());
    }

    static String headline(Exercise exercise) {
        return "@|bold %s|@ (level %s of 3, %s minutes)"
                .formatted(exercise.name(), exercise.level(), exercise.minutes());
    }
}
