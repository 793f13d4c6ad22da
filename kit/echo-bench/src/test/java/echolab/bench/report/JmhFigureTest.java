package echolab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.bench.result.JmhFigure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class JmhFigureTest {

    /// What JMH writes, cut down to the fields that we read.
    private static final String WRITTEN =
            """
            [
              {
                "benchmark" : "echolab.jmh.Switch.Tasks.yieldInACircle",
                "params" : { "inCircle" : "1000" },
                "forks" : 2,
                "measurementIterations" : 5,
                "primaryMetric" : { "score" : 0.25, "scoreError" : 0.01, "scoreUnit" : "us/op" },
                "secondaryMetrics" : {
                  "gc.alloc.rate.norm" : { "score" : 3.2, "rawData" : [ [ 0.5, 0.4 ], [ 0.5, 14.0, 0.5 ] ] }
                }
              },
              {
                "benchmark" : "echolab.jmh.SystemCall.absPlain",
                "forks" : 1,
                "measurementIterations" : 3,
                "primaryMetric" : { "score" : 8.5, "scoreError" : "NaN", "scoreUnit" : "ns/op" },
                "secondaryMetrics" : { }
              }
            ]
            """;

    private static final JmhFigure SWITCH =
            new JmhFigure(
                    "Switch.Tasks",
                    "yieldInACircle inCircle=1000",
                    250,
                    10,
                    OptionalDouble.of(0.5),
                    2,
                    5);
    private static final JmhFigure CALL =
            new JmhFigure("SystemCall", "absPlain", 8.5, 0, OptionalDouble.empty(), 1, 3);

    @TempDir private Path folder;

    @Test
    void time_is_read_in_nanoseconds_and_garbage_as_the_median_of_the_iterations()
            throws IOException {
        var file = Files.writeString(folder.resolve("jmh.json"), WRITTEN);
        assertThat(JmhFigure.read(file)).containsExactly(SWITCH, CALL);
    }

    @Test
    void a_file_that_is_no_result_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("other.json"), "ECHO");
        assertThatThrownBy(() -> JmhFigure.read(file))
                .hasMessageContaining("other.json as a result of JMH");
    }

    @Test
    void the_table_has_a_part_for_each_class_and_fits_a_terminal() {
        var table = new JmhReport(List.of(SWITCH, CALL)).forTerminal(Ansi.OFF);
        assertThat(table)
                .containsSubsequence(
                        "Switch", "Tasks.yieldInACircle inCircle=1000", "250.0", "0.50")
                .containsSubsequence("SystemCall", "absPlain", "8.5", "–");
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    }

    @Test
    void below_each_table_stands_what_its_interval_is_worth() {
        var report = new JmhReport(List.of(SWITCH, CALL)).forTerminal(Ansi.OFF);
        assertThat(report.replaceAll("\\s+", " "))
                .containsSubsequence(
                        "Switch",
                        "of the mean: of 10 iterations in 2 JVMs.",
                        "SystemCall",
                        "of the mean: of 3 iterations in one JVM. How much the next JVM differs from this one is not in it");
    }

    @Test
    void the_page_has_the_charts_and_the_table() throws IOException {
        var file = folder.resolve("jmh.html");
        new JmhReport(List.of(SWITCH, CALL)).write("a machine", file);
        assertThat(Files.readString(file))
                .containsSubsequence(
                        "a machine", "<h3>Switch</h3>", "250.0 ns", "0.5 B", "<table", "8.5 ns");
    }
}
