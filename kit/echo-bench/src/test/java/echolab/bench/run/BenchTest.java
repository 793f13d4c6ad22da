package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.report.HtmlPage;
import echolab.bench.report.TerminalReport;
import echolab.bench.result.BenchResult;
import echolab.bench.result.ResultSchema;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.TargetResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/// The measurement, measured: one small run against servers that misbehave in a known way.
@Timeout(600)
@Tag("stress")
class BenchTest {

    private static final double BURN = 1000;

    private static BenchResult result;
    private static RunResult run;

    @BeforeAll
    static void measureOnce() throws IOException {
        var targets =
                List.of(
                        TestTargets.target("plain"),
                        TestTargets.target("burn", "burn=" + (long) BURN),
                        TestTargets.target("delay", "delay=2"),
                        TestTargets.target("corrupt", "corrupt=100"),
                        TestTargets.target("die", "die=200"),
                        TestTargets.target("mute", "mute=200"),
                        TestTargets.target("absent", "nonsense"));
        result = TestTargets.measured(TestTargets.TINY, targets);
        run = result.runs().getFirst();
    }

    @Test
    void an_honest_server_has_echoes_in_every_cycle_and_no_errors() {
        assertThat(of("plain").slices()).hasSize(4).allMatch(slice -> slice.echoes() > 0);
        assertThat(of("plain").faults().total()).isZero();
        assertThat(of("plain").failure()).isEmpty();
    }

    @Test
    void the_reference_runs_twice_and_its_copies_check_the_method() {
        assertThat(of("plain").role()).isEqualTo(Role.REFERENCE);
        assertThat(of("plain again").role()).isEqualTo(Role.CONTROL);
        assertThat(run.check()).isPresent();
    }

    /// Of the burnt time nothing may be lost, in no slice. What comes on top is the echo itself, and what the JVM compiles: in
    /// the best slice that is little.
    @Test
    void cpu_that_is_burnt_is_seen() {
        var slices = microsPerEcho("burn");

        assertThat(slices).allSatisfy(micros -> assertThat(micros).isGreaterThan(BURN * 0.99));
        assertThat(Collections.min(slices)).isLessThan(BURN * 1.5);
        assertThat(of("burn").summary().orElseThrow().cpuMicrosPerEcho().orElseThrow().median())
                .isBetween(Collections.min(slices), Collections.max(slices));
    }

    private static List<Double> microsPerEcho(String target) {
        return of(target).slices().stream()
                .map(slice -> slice.serverMicrosPerEcho().orElseThrow())
                .toList();
    }

    @Test
    void delay_is_seen_as_latency_and_not_as_cpu() {
        var summary = of("delay").summary().orElseThrow();

        assertThat(summary.latencyMillis().p50()).isGreaterThanOrEqualTo(2);
        assertThat(summary.echoesPerSecond().median()).isLessThanOrEqualTo(500);
        assertThat(Collections.min(microsPerEcho("delay"))).isLessThan(1900);
    }

    /// Before it is measured it is given a thousand connections, each with an echo.
    @Test
    void a_server_that_spoils_every_hundredth_echo_is_reported() {
        assertThat(of("corrupt").failure().orElseThrow())
                .contains("could not be given 1,000 connections", "came back with other bytes");
    }

    @Test
    void a_server_that_dies_is_reported_with_its_last_line() {
        assertThat(of("die").failure().orElseThrow())
                .contains("it ended with exit code 3", "told to die at echo 200");
    }

    @Test
    void a_server_that_stops_answering_is_reported() {
        assertThat(of("mute").failure().orElseThrow())
                .contains("it stopped answering", "had no echo after 5 s");
        assertThat(of("mute").faults().unanswered()).isPositive();
    }

    @Test
    void a_server_that_does_not_start_is_reported_with_what_it_printed() {
        assertThat(of("absent").failure().orElseThrow()).contains("exit code 1");
    }

    @Test
    void the_table_has_a_row_for_each_and_fits_eighty_columns() {
        var table = new TerminalReport(Ansi.OFF).render(result);

        assertThat(table)
                .contains(
                        "plain again",
                        "✘ die: it ended",
                        "Check of the method: two copies of plain: ");
        assertThat(table.lines().filter(line -> !line.matches("(✘|  \\S|  \t).*")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void the_JSON_file_is_what_the_schema_says(@TempDir Path folder) throws IOException {
        ResultSchema.assertKept(result, folder);
    }

    @Test
    void the_page_needs_no_network(@TempDir Path folder) throws IOException {
        var file = folder.resolve("deep/bench.html");
        HtmlPage.write(result, file);
        var page = Files.readString(file);

        assertThat(Pattern.compile("<figure>").matcher(page).results().count()).isEqualTo(5);
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "<script");
    }

    private static TargetResult of(String name) {
        return run.targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
