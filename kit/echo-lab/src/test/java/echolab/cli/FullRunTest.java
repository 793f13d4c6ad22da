package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Does a participant who only types commands get from the first exercise to the last? Start, fail, hint, solve, pass, next, in a folder that
/// has a space and an accent in its name. `./lab prepare` runs this without a network. Only the first exercise of a step is seen to fail here:
/// that each does, and why, is what `ExercisesAreHonestTest` proves.
@DisplayName("A whole workshop")
@Timeout(3600)
@Tag("stress")
final class FullRunTest {

    @TempDir private Path parent;
    private Participant participant;

    @BeforeEach
    void arrive() throws IOException {
        participant = Participant.ofAll(parent.resolve("echo läb"));
    }

    @AfterEach
    void leave() {
        participant.leaves();
    }

    @Test
    void leads_from_the_first_exercise_to_the_last() {
        var course = participant.course;
        var go = "start";
        for (var exercise : course.exercises()) {
            if (exercise.number().place() == 1) {
                assertThat(go).as("how %s is begun", exercise.name()).startsWith("start");
                assertThat(types(go)).contains("Wrote workshop/" + exercise.step());
                go = "check " + exercise.number();
            }
            assertThat(go).isEqualTo("check " + exercise.number());
            if (exercise.number().place() == 1) fail(exercise);
            climb(exercise);
            go = solve(course, exercise);
        }

        assertThat(types("progress"))
                .contains("%s of %<s solved".formatted(course.exercises().size()));
        assertThat(go).as("after the last one").isEqualTo("that was the last one");
    }

    private void fail(Exercise exercise) {
        assertThat(fails("check " + exercise.number()))
                .as("what is to be done, where, and who helps")
                .startsWith(exercise.name())
                .contains("✘", "seen", "look at   src/", "./lab hint " + exercise.number());
    }

    private void climb(Exercise exercise) {
        var last = exercise.hints().size();
        for (var rung = 1; rung <= last; rung++) {
            assertThat(types("hint " + exercise.number()))
                    .startsWith("Hint %s of %s: %s".formatted(rung, last, hint(exercise, rung)));
        }
    }

    private static String hint(Exercise exercise, int rung) {
        return exercise.hints().get(rung - 1).title();
    }

    /// @return how to go on, as the answer says
    private String solve(Course course, Exercise exercise) {
        assertThat(types("solution %s --yes --apply".formatted(exercise.number())))
                .contains("Written into");
        assertThat(types("solution %s --yes".formatted(exercise.number())))
                .contains("line for line");

        var solved = types("check " + exercise.number());

        assertThat(solved).contains(exercise.number() + " is solved", "lesson", "further");
        var next = solved.substring(solved.indexOf("next      ") + "next      ".length()).strip();
        return course.next(exercise)
                .map(other -> next.substring((other.name() + ": ./lab ").length()))
                .orElse(next);
    }

    private String types(String command) {
        var code = participant.types(command.split(" "));
        var text = participant.reads();
        assertThat(code).as("./lab %s: %s", command, text).isZero();
        return text;
    }

    private String fails(String command) {
        var code = participant.types(command.split(" "));
        var text = participant.reads();
        assertThat(code).as("./lab %s: %s", command, text).isEqualTo(1);
        return text;
    }
}
