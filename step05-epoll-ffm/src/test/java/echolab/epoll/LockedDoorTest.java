package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.examples.Gather;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What does somebody read whose JVM does not let us in, say because an IDE's Run button knows no flags? One sentence, with what to do.
@LoopTest
class LockedDoorTest {

    private static final String OPEN = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    @Test
    void without_the_opened_package_one_sentence_says_which_flag() throws Exception {
        assertThat(errorsOf("--enable-native-access=ALL-UNNAMED"))
                .singleElement()
                .asString()
                .startsWith("step05: the loop schedules virtual threads itself, and this JVM")
                .contains(OPEN)
                .contains("IDE");
    }

    @Test
    void where_native_access_is_denied_one_sentence_says_which_flag() throws Exception {
        assertThat(errorsOf(OPEN, "--illegal-native-access=deny"))
                .singleElement()
                .asString()
                .startsWith("step05: the loop calls Linux by FFM, and this JVM denies it")
                .contains("--enable-native-access=ALL-UNNAMED")
                .contains("IDE");
    }

    @Test
    void a_program_of_ones_own_that_runs_tasks_reads_the_same_sentence() throws Exception {
        assertThat(errorsOf(Gather.class, "--enable-native-access=ALL-UNNAMED").getFirst())
                .contains("UnsupportedOperationException: the loop schedules virtual threads")
                .contains(OPEN);
    }

    private static List<String> errorsOf(String... flags) throws IOException, InterruptedException {
        return errorsOf(EpollStep.class, flags);
    }

    /// The lines on its standard error; it must have ended by exit code 1.
    private static List<String> errorsOf(Class<?> program, String... flags)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        "--port",
                        "0"));
        var builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var process = builder.redirectInput(new File("/dev/null")).start();
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(errors).isEqualTo(1);
        return errors.lines().toList();
    }
}
