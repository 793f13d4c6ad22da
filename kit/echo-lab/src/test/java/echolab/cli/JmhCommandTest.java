package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// That each benchmark runs is shown beside them; here, that the command finds them and answers what makes no sense.
@DisplayName("lab jmh")
@Timeout(value = 3600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("stress")
final class JmhCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void lists_the_benchmarks_that_a_pattern_finds() {
        assertThat(run("jmh", "--list", "RoundTrip")).as("%s", err).isZero();

        assertThat(out.toString().lines())
                .contains("echolab.jmh.StepRoundTrip.thereAndBack")
                .allMatch(line -> line.contains("RoundTrip"));
    }

    @Test
    void says_that_no_benchmark_has_such_a_name() {
        assertThat(run("jmh", "nothing-of-ours")).isEqualTo(2);

        assertThat(err.toString()).contains("no benchmark's name matches \"nothing-of-ours\"");
    }

    @Test
    void says_that_a_pattern_is_none() {
        assertThat(run("jmh", "(")).isEqualTo(2);

        assertThat(err.toString()).contains("\"(\" is no regular expression");
    }

    private int run(String... args) {
        return Lab.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
