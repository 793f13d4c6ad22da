package echolab.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.bench.report.TerminalReport;
import echolab.bench.result.BenchResult;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.ResultSchema;
import echolab.bench.run.BenchOptions.Length;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/// Is the memory of an idle connection what it is known to be? One round with a server that holds 128 KiB for each.
@Timeout(300)
@Tag("stress")
class IdleTest {

    private static final double KIB = 1024;
    private static final Duration SLICE = Duration.ofMillis(80);

    private static BenchResult result;

    @BeforeAll
    static void measureOnce() throws IOException {
        var targets =
                List.of(
                        TestTargets.target("holds", "hold=128"),
                        TestTargets.target("refuses", "hangup=50"));
        var options =
                TestTargets.options(
                        10, false, List.of(200), new Length(1, SLICE), Optional.empty());
        result = Bench.of(options, targets, List.of(), TestTargets.UNSEEN).run(_ -> {});
    }

    /// Objects are counted, so noise can't be in it: on top comes what the JDK holds for a connection, under 4 KiB.
    @Test
    void what_a_connection_holds_on_the_heap_is_seen() {
        assertThat(of("holds").heapBytesPerConnection().orElseThrow().median() / KIB)
                .isBetween(128.0, 132.0);
    }

    /// The garbage collector moves what is kept to where nothing was: RAM grows by it. The room that making it took may come
    /// on top.
    @Test
    void what_a_connection_holds_is_in_ram() {
        assertThat(of("holds").residentBytesPerConnection().orElseThrow().median() / KIB)
                .isBetween(100.0, 400.0);
    }

    @Test
    void the_first_echo_is_a_part_of_the_age() {
        var first = of("holds").rounds().getFirst().firstEchoMillis().orElseThrow();

        assertThat(first).as("ms to the first echo").isPositive();
    }

    @Test
    void what_is_its_own_are_the_files_of_its_command_in_the_repository(@TempDir Path folder)
            throws IOException {
        Files.write(folder.resolve("server.jar"), new byte[3000]);
        Files.write(folder.resolve("lib.jar"), new byte[200]);
        var words = List.of("/bin/sh", "-cp", "server.jar:lib.jar:absent.jar", "/etc/hostname");
        var target = new Target("own", "own", ServerCommand.printing("own", words));

        assertThat(target.ownBytes(folder)).isEqualTo(3200);
    }

    @Test
    void a_server_that_does_not_last_is_reported() {
        // at how many of its clients it hung up first depends on how many had come by then
        assertThat(of("refuses").failure().orElseThrow())
                .containsPattern("it (stopped answering|could not be given 200 connections)")
                .contains("closed by it");
        assertThat(of("refuses").residentBytesPerConnection()).isEmpty();
    }

    @Test
    void the_table_has_a_row_for_each_and_fits_eighty_columns() {
        var table = new TerminalReport(Ansi.OFF).render(result);

        assertThat(table).contains("200 idle connections, 1 of 1 rounds", "✘ refuses: ");
        assertThat(table.lines().filter(line -> !line.startsWith("✘")))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }

    @Test
    void the_JSON_file_is_what_the_schema_says(@TempDir Path folder) throws IOException {
        ResultSchema.assertKept(result, folder);
    }

    private static IdleTarget of(String name) {
        return result.idle().getFirst().targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
