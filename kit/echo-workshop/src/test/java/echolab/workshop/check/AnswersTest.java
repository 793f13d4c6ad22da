package echolab.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.workshop.Course;
import echolab.workshop.check.Answer.Verdict;
import echolab.workshop.run.TestResult;
import echolab.workshop.run.TestResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What strangers wrote without looking at our answers gets the verdict that a teacher would give: what is right in another way is
/// solved, what is wrong is not.
@DisplayName("The answers of others")
@Tag("stress")
final class AnswersTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /// With what the names of the answers begin that are looked at: `5.` for those of step 05. All, if nothing is said.
    private static final String ONLY = System.getProperty("echolab.answers", "");

    @TempDir private static Path folder;

    private static Course course;
    private static Rehearsal rehearsal;

    @BeforeAll
    static void read() throws IOException {
        course = Course.read(PROJECT);
        rehearsal = new Rehearsal(course, folder);
    }

    @AfterAll
    static void close() throws IOException {
        rehearsal.close();
    }

    static List<Answer> answers() throws IOException {
        return Answer.readAll(PROJECT).stream()
                .filter(answer -> answer.file().startsWith(ONLY))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void get_the_verdict_of_a_teacher(Answer answer) throws IOException {
        var exercise =
                course.exercises().stream()
                        .filter(other -> other.number().toString().equals(answer.exercise()))
                        .findFirst()
                        .orElseThrow();

        var outcome = rehearsal.answered(exercise, answer.body());

        assertThat(outcome.problems()).as("what the compiler says").isEmpty();
        var results = outcome.of(exercise);
        assertThat(results).as("tests of " + exercise.name()).isNotEmpty();
        if (answer.expected() != Verdict.EITHER) {
            assertThat(verdict(results)).as(results.toString()).isEqualTo(answer.expected());
        }
    }

    private static Verdict verdict(List<TestResult> results) {
        return results.stream().allMatch(result -> result.outcome() == Outcome.PASSED)
                ? Verdict.SOLVED
                : Verdict.REJECTED;
    }
}
