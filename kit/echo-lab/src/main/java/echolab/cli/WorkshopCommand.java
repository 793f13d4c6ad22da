package echolab.cli;

import echolab.workshop.Course;
import echolab.workshop.Course.UnknownException;
import echolab.workshop.Exercise;
import echolab.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What the commands of the workshop share: the course, and an answer to a number that there is not.
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class WorkshopCommand implements Callable<Integer> {

    /// Fits a terminal of 80 columns.
    static final int WIDTH = 78;

    @Spec private CommandSpec spec;

    @Override
    public final Integer call() throws IOException {
        try {
            var root = Path.of(System.getProperty("echolab.root", "")).toAbsolutePath();
            return run(Course.read(root));
        } catch (UnknownException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /// @return the exit code
    abstract int run(Course course) throws IOException, UnknownException;

    final void print(List<String> lines) {
        lines.forEach(this::print);
    }

    final void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    final Ansi ansi() {
        return spec.commandLine().getColorScheme().ansi();
    }

    /// How a participant finds a file: from the folder of the repository.
    static Path relative(Course course, Path path) {
        return course.root().relativize(path);
    }

    /// Where the method of an exercise stands: the folder to open, and the file in it.
    final void printPlace(Course course, Exercise exercise) {
        var folder = new Workspace(course, exercise.step()).folder();
        print("It is in " + relative(course, folder) + ":");
        print("  " + exercise.source());
    }

    static String headline(Exercise exercise) {
        return "@|bold %s|@ (%s minutes)".formatted(exercise.name(), exercise.minutes());
    }
}
