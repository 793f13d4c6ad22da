package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.check.ExerciseChecker;
import echolab.workshop.check.ProgressText;
import java.io.IOException;
import picocli.CommandLine.Command;

/// `lab progress`: the map.
@Command(name = "progress", description = "Shows which exercises are solved, as their tests say.")
public final class ProgressCommand extends WorkshopCommand {

    @Override
    int run(Course course) throws IOException {
        try (var checker = new ExerciseChecker(course)) {
            print(ProgressText.of(course, checker, ansi()));
        }
        return 0;
    }
}
