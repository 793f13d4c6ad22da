package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command line")
final class LabTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_begins_with_what_is_typed_every_day() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).containsSubsequence("lab bench", "lab test", "All commands");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "task",
                "check",
                "watch",
                "hint",
                "solution",
                "progress",
                "jump",
                "bench",
                "trace",
                "walk",
                "syscalls",
                "jmh",
                "contract",
                "test",
                "serve",
                "peers",
                "doctor",
                "format",
                "clean",
                "prepare",
                "completion"
            })
    void help_says_in_a_sentence_what_each_command_does(String command) {
        run("--help");

        assertThat(out.toString()).containsPattern("(?m)^  " + command + " +[A-Z].{10}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "test", "book", "format", "clean", "prepare", "start", "bench"})
    void every_command_knows_the_short_and_the_long_option_for_help_and_version(String command) {
        var word = command.isEmpty() ? new String[0] : new String[] {command};

        for (var option : List.of("-h", "--help")) {
            assertThat(run(with(word, option))).isZero();
            assertThat(out.toString()).startsWith("Usage: lab " + command);
            out.getBuffer().setLength(0);
        }
        for (var option : List.of("-V", "--version")) {
            assertThat(run(with(word, option))).isZero();
            assertThat(out.toString()).startsWith("Echo Lab, commit ").contains("Java 25");
            out.getBuffer().setLength(0);
        }
    }

    private static String[] with(String[] words, String last) {
        return Stream.concat(Stream.of(words), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void a_mistyped_command_is_answered_with_the_one_that_was_meant() {
        assertThat(run("benhc")).isEqualTo(2);

        assertThat(err.toString()).contains("benhc", "lab bench");
    }

    @Test
    void an_unknown_step_is_answered_with_those_there_are() {
        assertThat(run("serve", "step77")).isEqualTo(2);

        assertThat(err.toString()).contains("no step step77; there are step01, step02");
    }

    @Test
    void a_command_of_the_launcher_says_how_to_start_it() {
        assertThat(run("test")).isEqualTo(2);

        assertThat(err.toString()).contains("run ./lab test");
    }

    @Test
    void the_doctor_prints_a_line_for_each_thing_it_looks_at() {
        run("doctor");

        assertThat(out.toString())
                .containsSubsequence("system", "JDK", "Maven", "cores", "descriptors", "strace");
    }

    private int run(String... args) {
        return Lab.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
