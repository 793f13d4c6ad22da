package echolab.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import echolab.workshop.Course;
import echolab.workshop.check.Answer.Verdict;
import echolab.workshop.run.TestResult;
import echolab.workshop.run.TestResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What strangers wrote without looking at our answers gets the verdict that a teacher would give: what is right in another way is
/// solved, what is wrong is not.
@DisplayName("The answers of others")
@Tag("stress")
final class AnswersTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /// With what the names of the answers begin that are looked at: `5.` for those of step 05, and nothing for all. If it is not said,
    /// two of each exercise are: all of them take long.
    private static final Optional<String> ONLY =
            Optional.ofNullable(System.getProperty("echolab.answers"));

    private static final Pattern TWO_OF_EACH = Pattern.compile("-(a2|w1)-");

    @TempDir private static Path folder;

    private static Course course;

    private static Rehearsals rehearsals;

    @BeforeAll
    static void read() throws IOException {
        course = Course.read(PROJECT);
        rehearsals = new Rehearsals(course, folder);
    }

    @AfterAll
    static void close() throws IOException {
        rehearsals.close();
    }

    private static List<Answer> answers() throws IOException {
        return Answer.readAll(PROJECT).stream().filter(AnswersTest::isAskedFor).toList();
    }

    private static boolean isAskedFor(Answer answer) {
        return ONLY.map(answer.file()::startsWith)
                .orElseGet(() -> TWO_OF_EACH.matcher(answer.file()).find());
    }

    /// All are begun at once, and each is waited for in its turn.
    @TestFactory
    List<DynamicTest> gets_the_verdict_of_a_teacher() throws IOException {
        return answers().stream()
                .map(answer -> {
                    var outcome =
                            rehearsals.answered(course.exercise(answer.exercise()), answer.body());
                    return dynamicTest(
                            answer.toString(), () -> assertVerdict(answer, outcome.get()));
                })
                .toList();
    }

    private static void assertVerdict(Answer answer, Rehearsal.Outcome outcome) {
        assertThat(outcome.problems()).as("what the compiler says").isEmpty();
        var results = outcome.of(course.exercise(answer.exercise()));
        assertThat(results).as("tests of the exercise").isNotEmpty();
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
