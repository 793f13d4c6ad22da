package echolab.workshop.check;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.folder.Workspace;
import echolab.workshop.run.Compilation.Problem;
import echolab.workshop.run.TestResult;
import echolab.workshop.run.TestResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whose code went wrong, as far as the tests of an exercise can tell: the exercise in whose lines an exception was thrown, or the
/// compiler found its mistake, may be another than the one that is checked.
///
/// @param course the exercises
/// @param workspace the folder of the participant
/// @param step the folder of the step
record Blame(Course course, Workspace workspace, String step) {

    /// Where a thread ended, whose exception no test has seen.
    private static final Pattern ENDED =
            Pattern.compile("(?m)^the thread .* ended with .* at (\\S+\\.java:\\d+)$");

    Optional<Exercise> of(List<Problem> problems, List<TestResult> results) {
        return problems.isEmpty()
                ? results.stream().flatMap(this::ofFailure).findFirst()
                : at(problems.getFirst().file(), problems.getFirst().line());
    }

    /// The first place that is in an exercise at all.
    private Stream<Exercise> ofFailure(TestResult result) {
        if (result.passed() || result.outcome() == Outcome.TODO) {
            return Stream.empty();
        }
        var ended = ENDED.matcher(result.printed()).results().map(end -> end.group(1));
        return Stream.concat(result.places().stream(), ended)
                .flatMap(place -> ofPlace(place).stream())
                .limit(1);
    }

    private Optional<Exercise> ofPlace(String place) {
        var colon = place.lastIndexOf(':');
        var line = Long.parseLong(place.substring(colon + 1));
        return at(Path.of(place.substring(0, colon)), line);
    }

    private Optional<Exercise> at(Path file, long line) {
        return course.of(step).stream()
                .filter(exercise -> Path.of(exercise.source()).endsWith(file.getFileName()))
                .filter(exercise -> isIn(exercise, line))
                .findFirst();
    }

    /// Whoever has removed the tags is told of the exercise that was asked for.
    private boolean isIn(Exercise exercise, long line) {
        try {
            return workspace.hasLine(exercise, line);
        } catch (IOException _) {
            return false;
        }
    }
}
