package echolab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Can a variable of somebody's shell turn a test red, or let one write into another repository than its own? What the JVMs of tests forget stands
/// in the parent's `pom.xml`; that they do is seen here in those variables which happen to be set.
@DisplayName("What the tests know of the shell that they were started in")
final class TestEnvironmentTest {

    private static final List<String> FORGOTTEN =
            List.of(
                    "JAVA_TOOL_OPTIONS",
                    "JDK_JAVA_OPTIONS",
                    "_JAVA_OPTIONS",
                    "CLASSPATH",
                    "ECHOLAB_DEBUG",
                    "NO_COLOR",
                    "CLICOLOR",
                    "CLICOLOR_FORCE",
                    "GIT_DIR",
                    "GIT_WORK_TREE",
                    "GIT_INDEX_FILE",
                    "GIT_COMMON_DIR",
                    "GIT_OBJECT_DIRECTORY");

    /// Inside a hook, `git commit` in any folder is one in the repository of the hook.
    @Test
    void is_neither_options_of_JVMs_nor_colours_nor_another_repository() throws IOException {
        assertThat(forgotten()).containsAll(FORGOTTEN);
        assertThat(System.getenv()).doesNotContainKeys(FORGOTTEN.toArray(String[]::new));
    }

    /// Whoever signs commits, or has hooks for all repositories, signs and hooks no commit of a test.
    @Test
    void is_no_setting_of_git_that_a_person_made() {
        assertThat(System.getenv())
                .containsEntry("GIT_CONFIG_GLOBAL", "/dev/null")
                .containsEntry("GIT_CONFIG_NOSYSTEM", "1");
    }

    /// What both plugins that run tests are told.
    private static List<String> forgotten() throws IOException {
        var pom = Files.readString(Path.of("../../pom.xml"));
        var told =
                "<excludedEnvironmentVariables>${echolab.forgets.shell},${echolab.forgets.hook},${echolab.forgets.git}<";
        assertThat(pom.split(Pattern.quote(told), -1)).hasSize(3);
        return Pattern.compile("<echolab.forgets.[a-z]+>([^<]*)<")
                .matcher(pom)
                .results()
                .flatMap(list -> Stream.of(list.group(1).split(",")))
                .toList();
    }
}
