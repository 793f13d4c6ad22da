package echolab.cli.workshop;

import echolab.workshop.Course;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `lab task`: repeats what there is to write.
@Command(name = "task", description = "Shows the question and the task of an exercise.")
public final class TaskCommand extends ExerciseCommand {

    @Override
    int run(Course course) throws IOException {
        printTask(course, exercise(course));
        return 0;
    }
}
