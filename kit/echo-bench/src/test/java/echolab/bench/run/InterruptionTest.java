package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
@Tag("stress")
class InterruptionTest {

    @Test
    void ctrl_c_leaves_no_process_behind_and_shows_what_was_measured_so_far() throws Exception {
        var words = new ArrayList<>(hearingCtrlC());
        words.addAll(TestTargets.java(InterruptedBench.class));
        var bench = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var out = bench.inputReader()) {
            var line = out.readLine();
            while (line != null && !line.startsWith("cycle 4 ")) {
                line = out.readLine();
            }
            var children = bench.descendants().toList();
            assertThat(children).as("two servers, the control and the load").hasSize(4);

            interrupt(bench);

            var said = out.lines().collect(Collectors.joining("\n"));
            assertThat(bench.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(said).contains("partial: interrupted", "one again", "two", "bound by");
            assertAllEnd(children);
        } finally {
            bench.destroyForcibly();
        }
    }

    /// A shell lets what it starts in the background ignore Ctrl-C, and what that starts as well. A build that was started so
    /// has it given back here.
    private static List<String> hearingCtrlC() throws IOException {
        var status = Path.of("/proc/self/status");
        var ignores =
                Files.exists(status)
                        && Files.readString(status)
                                .lines()
                                .anyMatch(line -> line.matches("SigIgn:.*[2367abefABEF]"));
        return ignores ? List.of("env", "--default-signal=INT") : List.of();
    }

    private static void interrupt(Process bench) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-INT", String.valueOf(bench.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static void assertAllEnd(List<ProcessHandle> children) throws Exception {
        for (var child : children) {
            child.onExit().get(2, TimeUnit.MINUTES);
        }
    }
}
