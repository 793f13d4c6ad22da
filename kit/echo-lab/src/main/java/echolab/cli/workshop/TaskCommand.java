package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.TerminalProse;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lab task`: repeats what there is to write.
@Command(name = "task", description = "Shows the question and the task of an exercise.")
public final class TaskCommand extends WorkshopCommand {

    @Parameters(
            paramLabel = "EXERCISE",
            arity = "0..1",
            description = "For example 2.3; without one, the first that is not solved.")
    private Optional<String> number = Optional.empty();

    @Override
    int run(Course course) throws IOException {
        var exercise = exercise(course, number);
        print(ansi().string(headline(exercise)));
        print("");
        print(TerminalProse.lines(exercise.text(), WIDTH));
        print("");
        printPlace(course, exercise);
        return 0;
    }
}
