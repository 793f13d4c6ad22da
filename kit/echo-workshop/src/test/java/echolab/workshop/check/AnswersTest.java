package echolab.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import echolab.workshop.Exercise;
import echolab.workshop.check.Answer.Verdict;
import echolab.workshop.run.TestResult;
import echolab.workshop.run.TestResult.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// What strangers wrote without looking at our answers gets the verdict that a teacher would give: what is right in another way is
/// solved, what is wrong is not.
@DisplayName("The answers of others")
@ExtendWith(RehearsalsExtension.class)
@Tag("stress")
final class AnswersTest {

    /// With what the names of the answers begin that are looked at: `5.` for those of step 05, and nothing for all. If it is not said,
    /// two of each exercise are: all of them take long.
    private static final Optional<String> ONLY =
            Optional.ofNullable(System.getProperty("echolab.answers"));

    private static final Pattern TWO_OF_EACH = Pattern.compile("-(a2|w1)-");

    private static List<Answer> answers() throws IOException {
        return Answer.readAll(RehearsalsExtension.PROJECT).stream()
                .filter(AnswersTest::isAskedFor)
                .toList();
    }

    private static boolean isAskedFor(Answer answer) {
        return ONLY.map(answer.file()::startsWith)
                .orElseGet(() -> TWO_OF_EACH.matcher(answer.file()).find());
    }

    /// All are begun at once, and each is waited for in its turn.
    @TestFactory
    List<DynamicTest> gets_the_verdict_of_a_teacher(Rehearsals rehearsals) throws IOException {
        return answers().stream()
                .map(answer -> {
                    var exercise = rehearsals.course.exercise(answer.exercise());
                    var outcome = rehearsals.answered(exercise, answer.body());
                    return dynamicTest(
                            answer.toString(),
                            () -> assertVerdict(answer, exercise, outcome.get()));
                })
                .toList();
    }

    private static void assertVerdict(Answer answer, Exercise exercise, Rehearsal.Outcome outcome) {
        assertThat(outcome.problems()).as("what the compiler says").isEmpty();
        var results = outcome.of(exercise);
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
