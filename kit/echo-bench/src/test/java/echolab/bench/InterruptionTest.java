package echolab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void ctrlCLeavesNoProcessBehindAndShowsWhatWasMeasuredSoFar() throws Exception {
        var words = TestTargets.java(InterruptedBench.class);
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
