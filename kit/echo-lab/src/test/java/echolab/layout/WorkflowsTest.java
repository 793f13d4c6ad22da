package echolab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Do the workflows run what they name, and nothing that somebody else can change under us?
///
/// Whether their keys and expressions are GitHub's is what actionlint knows; CONTRIBUTING.md says how it is asked.
@DisplayName("The workflows")
final class WorkflowsTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static String text;

    @BeforeAll
    static void read() throws IOException {
        try (var files = Files.list(PROJECT.resolve(".github/workflows"))) {
            text = files.sorted().map(WorkflowsTest::read).collect(Collectors.joining());
        }
    }

    @Test
    void name_an_action_by_the_digest_of_its_code_and_say_which_version_that_is() {
        assertThat(found("uses: (.*)"))
                .hasSizeGreaterThan(5)
                .allMatch(action ->
                        action.matches("actions/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void use_one_version_of_an_action_everywhere() {
        var actions = found("uses: (.*)").distinct().map(action -> action.split("@")[0]).toList();

        assertThat(actions).doesNotHaveDuplicates();
    }

    /// Figures and transcripts tell whether code has changed since: without a history they would tell nothing.
    @Test
    void check_out_the_whole_history_and_leave_no_token_behind() {
        assertThat(found("uses: actions/checkout@.*\\n +with:\\n(.*\\n.*)\\n"))
                .hasSize((int) found("(actions/checkout)@").count())
                .allMatch(with -> with.contains("fetch-depth: 0"))
                .allMatch(with -> with.contains("persist-credentials: false"));
    }

    @Test
    void run_scripts_that_are_there() {
        assertThat(found("(?:run: |sh )(\\.ci/[a-z-]+|\\./lab)"))
                .contains(".ci/run", "./lab")
                .allMatch(script -> Files.isExecutable(PROJECT.resolve(script)));
    }

    @Test
    void name_the_modules_of_the_steps_as_they_are_called() {
        assertThat(found("STEPS: (.*)").flatMap(names -> Stream.of(names.split(","))))
                .hasSize(4)
                .allMatch(module -> Files.exists(PROJECT.resolve(module).resolve("pom.xml")));
    }

    @Test
    void get_the_Maven_that_was_looked_at() throws IOException {
        var wrapper = new Properties();
        try (var file =
                Files.newBufferedReader(PROJECT.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
            wrapper.load(file);
        }

        assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
    }

    private static Stream<String> found(String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
