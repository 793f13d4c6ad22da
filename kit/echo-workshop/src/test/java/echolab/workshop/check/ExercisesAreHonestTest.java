package echolab.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.WrongAnswer;
import echolab.workshop.check.Rehearsal.Outcome;
import echolab.workshop.run.TestResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Does every exercise fail for one reason until it is solved, and pass then? And does each mistake that we know of get the answer
/// that a teacher would give?
@DisplayName("The exercises are honest")
@ExtendWith(RehearsalsExtension.class)
@Tag("stress")
final class ExercisesAreHonestTest {

    /// With what the numbers of the exercises begin that are looked at: `5.` for those of step 05. All, if nothing is said.
    private static final String ONLY = System.getProperty("echolab.exercises", "");

    private static Course course;
    private static List<WrongAnswer> wrongAnswers;
    private static Rehearsals rehearsals;

    @BeforeAll
    static void read(Rehearsals shared) throws IOException {
        rehearsals = shared;
        course = shared.course;
        wrongAnswers = WrongAnswer.readAll(RehearsalsExtension.PROJECT);
    }

    /// All are begun at once, and each is waited for in its turn.
    @TestFactory
    List<DynamicNode> exercise() {
        return course.exercises().stream()
                .filter(exercise -> exercise.number().toString().startsWith(ONLY))
                .<DynamicNode>map(exercise -> dynamicContainer(exercise.name(), tests(exercise)))
                .toList();
    }

    @Test
    void they_become_harder_within_a_step() {
        for (var step : course.steps()) {
            assertThat(course.of(step).stream().map(Exercise::level).toList())
                    .as("levels of %s", step)
                    .isSorted()
                    .startsWith(1)
                    .endsWith(3);
        }
    }

    @Test
    void every_wrong_answer_belongs_to_an_exercise() {
        assertThat(wrongAnswers)
                .extracting(WrongAnswer::exercise)
                .isSubsetOf(
                        course.exercises().stream()
                                .map(exercise -> exercise.number().toString())
                                .toList());
    }

    private static List<DynamicTest> tests(Exercise exercise) {
        var before = course.of(exercise.step()).indexOf(exercise);
        var unsolved = rehearsals.solved(exercise.step(), before);
        var solved = rehearsals.solved(exercise.step(), before + 1);
        var tests = new ArrayList<DynamicTest>();
        tests.add(dynamicTest("the skeleton compiles", () -> compiles(unsolved.get())));
        tests.add(
                dynamicTest(
                        "unsolved, each of its tests fails for the one reason",
                        () -> failsForOneReason(exercise, unsolved.get())));
        tests.add(
                dynamicTest(
                        "unsolved, the tests of the exercises before it pass",
                        () -> passUpTo(exercise, before - 1, unsolved.get())));
        tests.add(
                dynamicTest(
                        "solved, its tests pass and those of the exercises before it still do",
                        () -> passUpTo(exercise, before, solved.get())));
        tests.add(dynamicTest("there is a way up: text and hints", () -> helps(exercise)));
        for (var answer : wrongAnswersOf(exercise)) {
            var outcome = rehearsals.wrong(exercise, answer);
            tests.add(
                    dynamicTest(
                            "if " + answer.mistake() + ", a test says so",
                            () -> isCaught(exercise, answer, outcome.get())));
        }
        return tests;
    }

    private static List<WrongAnswer> wrongAnswersOf(Exercise exercise) {
        return wrongAnswers.stream()
                .filter(answer -> answer.exercise().equals(exercise.number().toString()))
                .toList();
    }

    private static void compiles(Outcome outcome) {
        assertThat(outcome.problems()).isEmpty();
    }

    private static void failsForOneReason(Exercise exercise, Outcome outcome) {
        if (exercise.bug().isPresent()) {
            var bug =
                    wrongAnswers.stream()
                            .filter(answer -> answer.file().equals(exercise.bug().get()))
                            .findFirst()
                            .orElseThrow();
            assertSays(outcome.of(exercise), bug);
            return;
        }
        assertThat(outcome.of(exercise))
                .isNotEmpty()
                .allSatisfy(result -> {
                    assertThat(result.outcome())
                            .as(result.toString())
                            .isEqualTo(TestResult.Outcome.TODO);
                    assertThat(result.message())
                            .contains(exercise.number().toString(), exercise.todo());
                });
    }

    private static void passUpTo(Exercise exercise, int last, Outcome outcome) {
        compiles(outcome);
        for (var earlier : course.of(exercise.step()).subList(0, last + 1)) {
            assertThat(outcome.of(earlier))
                    .as("tests of %s", earlier.name())
                    .isNotEmpty()
                    .allSatisfy(result ->
                            assertThat(result.outcome())
                                    .as(result.toString())
                                    .isEqualTo(TestResult.Outcome.PASSED));
        }
    }

    private static void helps(Exercise exercise) {
        var isLast = course.of(exercise.step()).getLast().equals(exercise);
        assertThat(exercise.hints())
                .as("hints: the last exercise of a step has no shape to be copied")
                .hasSize(isLast ? 2 : 3)
                .doesNotHaveDuplicates();
        assertThat(exercise.lesson().replace("\n", " "))
                .as("the lesson, one sentence")
                .endsWith(".")
                .doesNotContain(". ");
    }

    private static void isCaught(Exercise exercise, WrongAnswer answer, Outcome outcome) {
        compiles(outcome);
        assertSays(outcome.of(exercise), answer);
    }

    private static void assertSays(List<TestResult> results, WrongAnswer answer) {
        assertThat(results)
                .as("results of %s", answer.file())
                .anySatisfy(result -> {
                    assertThat(result.test()).isEqualTo(answer.test());
                    assertThat(result.outcome()).isEqualTo(TestResult.Outcome.FAILED);
                    assertThat(result.message()).contains(answer.says());
                });
    }
}
