package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.check.ExerciseChecker;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/// A command about an exercise that need not be named: then it is the first that is not solved.
abstract class ExerciseCommand extends WorkshopCommand {

    @Parameters(
            index = "0",
            paramLabel = "EXERCISE",
            arity = "0..1",
            description = "For example 2.3; without one, the first that is not solved.")
    private Optional<String> number = Optional.empty();

    final boolean isNamed() {
        return number.isPresent();
    }

    final Exercise exercise(Course course) throws IOException {
        if (isNamed()) {
            return exercise(course, number.get());
        }
        try (var checker = new ExerciseChecker(course)) {
            return checker.firstUnsolved().exercise();
        }
    }
}
