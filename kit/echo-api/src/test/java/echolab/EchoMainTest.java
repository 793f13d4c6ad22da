package echolab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What it prints when it serves, and that a signal ends it, is tested from outside, in `ServerProcessTest`.
@DisplayName("The main of a step")
final class EchoMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void explains_its_options() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).contains("server socket", "--host", "--port", "--grace");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 99999, 'step00: port must be 0 to 65535, but is 99999'",
        "--port, http, 'step00: Invalid value for option ''--port'': ''http'' is not an int'",
        "--backlog, 0, 'step00: backlog must be 1 to 2147483647, but is 0'",
        "--grace, -1, 'step00: grace must be 0 to 1 hour, but is PT-1S'",
        "--read-buffer, 0, 'step00: read buffer size must be 1 to 16777216, but is 0'",
    })
    void answers_an_option_that_makes_no_sense_with_a_sentence_and_code_2(
            String option, String value, String sentence) {
        assertThat(run(option, value)).isEqualTo(2);

        assertThat(err.toString()).startsWith(sentence).contains("Try 'step00 --help'.");
    }

    @Test
    void ends_with_a_sentence_and_code_1_when_the_port_is_taken() throws Exception {
        try (var first = new ServerSocketStep().start(EchoOptions.defaults())) {
            var port = first.address().getPort();

            assertThat(run("--port", "" + port)).isEqualTo(1);

            assertThat(err.toString())
                    .startsWith("step00: cannot listen on 127.0.0.1 port " + port);
        }
    }

    private int run(String... args) {
        return EchoMain.commandLine(new ServerSocketStep())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
