package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.workshop.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Is all that a workshop needs in what git holds? A real clone, in which the real launcher builds from nothing, and an IDE opens what was
/// started. `git clean -fdx` takes all of it away again.
///
/// The course from its first exercise to its last is `FullRunTest`; here one exercise of each step is enough to see that commands, build and
/// folders fit together.
@DisplayName("A workshop in a clone")
@Timeout(3600)
final class WorkshopInACloneIT {

    private static final String NONE_ELSEWHERE = "-Dsurefire.failIfNoSpecifiedTests=false";

    @TempDir private Path parent;

    @Test
    void is_built_from_nothing_opened_by_an_IDE_and_gone_after_git_clean() throws IOException {
        var clone = new RealClone(parent);
        var course = Course.read(clone.root);

        for (var step : course.steps()) {
            solveFirst(clone, course, step);
        }
        openInAnIde(clone, course, course.steps().getLast());
        assertThat(clone.git("status", "--porcelain")).as("git sees nothing of all this").isEmpty();

        clone.git("clean", "-fdxq");

        assertThat(clone.git("status", "--porcelain", "--ignored")).isEmpty();
        assertThat(clone.root.resolve("workshop")).doesNotExist();
    }

    private static void solveFirst(RealClone clone, Course course, String step) throws IOException {
        var first = course.of(step).getFirst();
        var number = first.number().toString();

        assertThat(clone.lab("start", Course.number(step)))
                .contains("Wrote workshop/" + step, first.name());
        assertThat(clone.lab("solution", number, "--yes", "--apply"))
                .contains("throw Todo.exercise(\"" + number, "Written into");
        assertThat(clone.lab("check", number)).contains(number + " is solved");
    }

    /// What an IDE needs to open all that is started: parents, libraries and our own jars that Maven finds without a network, and sources and
    /// tests that compile; then a click on the test of an exercise.
    private static void openInAnIde(RealClone clone, Course course, String step)
            throws IOException {
        var test = course.of(step).getFirst().tests().getFirst();

        assertThat(
                        clone.maven(
                                "-o",
                                "-B",
                                "-f",
                                "workshop/pom.xml",
                                "test",
                                "-Dtest=" + test,
                                NONE_ELSEWHERE))
                .contains(
                        "Failures: 0, Errors: 0, Skipped: 0", "Workshop: " + step, "BUILD SUCCESS");
        assertThat(
                        clone.maven(
                                "-o",
                                "-B",
                                "-f",
                                "workshop/" + step + "/pom.xml",
                                "test",
                                "-Dtest=" + test))
                .contains("Failures: 0, Errors: 0, Skipped: 0", "BUILD SUCCESS");
        assertThat(Files.readString(clone.root.resolve("workshop/pom.xml")))
                .doesNotContain("@", "{modules}");
    }
}
