package echolab.workshop.run;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.process.ChildProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("The JVM that runs a participant's code")
@Timeout(3600)
@Tag("stress")
final class TestWorkerTest {

    private static final String CLASS_WITHOUT_TESTS = TestWorker.class.getName();

    /// It is in a loop without an end when it counts, and reads nothing: here its input stays open instead.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell of POSIX starts it")
    void ends_when_who_started_it_was_killed() throws Exception {
        var words =
                new ArrayList<>(List.of("sh", "-c", "exec 3<&0; \"$@\" <&3 & echo $!; wait", "sh"));
        words.addAll(ChildProgram.java());
        words.addAll(List.of("-cp", ClassPath.withoutSteps(), TestWorker.class.getName()));
        var shell = ChildProgram.of(words).start();
        try (var said = shell.inputReader()) {
            var worker = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            awaitAnswer(shell, said::readLine);
            shell.destroyForcibly();

            assertThat(worker.onExit().get(10, TimeUnit.MINUTES).isAlive()).isFalse();
        }
    }

    private interface Lines {
        String next() throws IOException;
    }

    /// Then it has begun to look after its parent.
    private static void awaitAnswer(Process shell, Lines lines) throws IOException {
        shell.getOutputStream()
                .write(
                        ("/none\t1.1\t" + CLASS_WITHOUT_TESTS + "\n")
                                .getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
        assertThat(lines.next()).isEqualTo("done");
    }
}
