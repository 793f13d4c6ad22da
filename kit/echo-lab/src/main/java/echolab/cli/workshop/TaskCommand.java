package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.TerminalProse;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `lab task`: repeats what there is to write.
@Command(name = "task", description = "Shows the question and the task of an exercise.")
public final class TaskCommand extends ExerciseCommand {

    @Override
    int run(Course course) throws IOException {
        var exercise = exercise(course);
        print(ansi().string(headline(exercise)));
        print("");
        print(TerminalProse.lines(exercise.text(), WIDTH));
        print("");
        printPlace(course, exercise);
        return 0;
    }
}
