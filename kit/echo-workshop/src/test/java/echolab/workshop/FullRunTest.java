package echolab.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/// Does a participant get from the first exercise to the last? Start, fail, hint, solve, pass, next, in a clone whose folder has a space
/// and an accent in its name.
@DisplayName("A whole workshop")
@Timeout(180)
final class FullRunTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir private Path parent;

    @Test
    void leads_from_the_first_exercise_to_the_last() throws IOException {
        var course = Course.read(clone(Course.read(PROJECT)));
        try (var checker = new Checker(course)) {
            for (var exercise : course.exercises()) {
                if (exercise.number().place() == 1) {
                    new Workspace(course, exercise.step()).start();
                }
                solve(course, checker, exercise);
            }

            assertThat(ProgressText.of(course, checker, Ansi.OFF).getLast())
                    .isEqualTo("%d of %<d solved", course.exercises().size());
        }
    }

    private static void solve(Course course, Checker checker, Exercise exercise)
            throws IOException {
        var before = checker.check(exercise);
        assertThat(before.isSolved()).as("%s, unsolved", exercise.name()).isFalse();
        assertThat(text(before, course))
                .as("what is to be done, where, and who helps")
                .contains(Prose.lines(exercise.text(), 78))
                .contains("look at", "./lab hint " + exercise.number());

        var ladder = new HintLadder(course);
        assertThat(List.of(ladder.next(exercise), ladder.next(exercise), ladder.next(exercise)))
                .containsExactly(1, 2, 3);

        var workspace = new Workspace(course, exercise.step());
        assertThat(workspace.diff(exercise)).anyMatch(line -> line.startsWith("+"));
        workspace.solve(exercise);
        assertThat(workspace.diff(exercise)).isEmpty();

        var after = checker.check(exercise);
        assertThat(after.isSolved()).as("%s, solved: %s", exercise.name(), after).isTrue();
        assertThat(text(after, course)).contains("lesson", "further", "next");
    }

    private static String text(Checked checked, Course course) {
        return String.join("\n", CheckText.of(checked, course, Ansi.OFF, 78));
    }

    /// What the workshop reads of the repository: the exercises and the steps that they are made of.
    private Path clone(Course course) throws IOException {
        var root = parent.resolve("echo läb");
        copy(PROJECT.resolve("exercises"), root.resolve("exercises"));
        for (var step : course.steps()) {
            copy(PROJECT.resolve(step).resolve("src"), root.resolve(step).resolve("src"));
        }
        return root;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}
