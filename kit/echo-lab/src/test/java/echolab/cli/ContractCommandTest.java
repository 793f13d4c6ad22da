package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.EchoOptions;
import echolab.EchoStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ContractCommandTest {

    private final StringWriter printed = new StringWriter();
    private final CommandLine lab = lab();

    private CommandLine lab() {
        return Lab.commandLine()
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true));
    }

    @Test
    void a_broken_case_gives_exit_code_one_and_says_what_was_seen() throws IOException {
        try (var hangsUp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(hangsUp));
            var address = "127.0.0.1:" + hangsUp.getLocalPort();
            var code = lab.execute("contract", "--case", "one byte comes", "--address", address);
            assertThat(code).isEqualTo(1);
        }
        assertThat(printed.toString()).contains("✘ one byte comes back", "0 of 1 bytes");
    }

    private static void hangUp(ServerSocket server) {
        try {
            while (true) {
                server.accept().close();
            }
        } catch (IOException _) {
            // the test is over
        }
    }

    @Test
    void an_unknown_case_is_an_error_in_one_sentence() {
        assertThat(lab.execute("contract", "--case", "no such case", "step02")).isEqualTo(2);
        assertThat(printed.toString())
                .contains("no case's name contains \"no such case\"; --list prints the names");
    }

    @Test
    void a_command_without_a_place_for_its_port_is_an_error_that_says_so() {
        assertThat(lab.execute("contract", "--", "./server")).isEqualTo(2);
        assertThat(printed.toString()).contains("write {port} in it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --fuzz 0 step02             | --fuzz takes a number of seconds from 1, not 0
                    --fuzz 1 --case byte step02 | --fuzz tries no cases
                    --fuzz 1 --all              | --fuzz tries no cases
                    --seed 7 step02             | --seed is of random conversations: say --fuzz SECONDS too
                    --save today step02         | only the table of --all is saved
                    --save today --case a --all | a table that is kept has all cases
                    --save ../today --all       | --save takes a name of letters, digits and dashes
                    --all step02                | --all takes no step
                    """)
    void options_that_do_not_meet_are_an_error_that_says_so(String words, String seen) {
        var line = "contract " + words;
        assertThat(lab.execute(line.split(" "))).isEqualTo(2);
        assertThat(printed.toString()).contains(seen);
    }

    @Test
    void a_matrix_is_not_written_over_measured_results_nor_these_over_a_matrix(@TempDir Path root)
            throws IOException {
        var results = Files.createDirectories(root.resolve("docs/results"));
        Files.writeString(results.resolve("steps.json"), "{\"version\": 2, \"kind\": \"load\"}");
        Files.writeString(
                results.resolve("contract.json"), "{\"version\": 1, \"kind\": \"contract\"}");
        System.setProperty("echolab.root", root.toString());
        try {
            assertThat(lab().execute("contract", "--all", "--save", "steps")).isEqualTo(2);
            assertThat(lab().execute("bench", "--quick", "--save", "contract")).isEqualTo(2);
        } finally {
            System.clearProperty("echolab.root");
        }
        assertThat(printed.toString())
                .contains("another kind (load, not contract)", "another kind (contract, not load)");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere urgent bytes were not tried")
    void random_conversations_say_with_which_seed_they_were_held() throws IOException {
        try (var server = EchoStep.all().getFirst().start(EchoOptions.defaults())) {
            var address = "127.0.0.1:" + server.address().getPort();
            var code = lab.execute("contract", "--fuzz", "1", "--seed", "7", "--address", address);
            assertThat(printed.toString())
                    .contains("get every byte back", "seed 7: ", " conversations, ", "1 kept");
            assertThat(code).isZero();
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere urgent bytes were not tried")
    void a_conversation_that_fails_gives_exit_code_one() throws IOException {
        try (var hangsUp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(hangsUp));
            var address = "127.0.0.1:" + hangsUp.getLocalPort();
            assertThat(lab.execute("contract", "--fuzz", "1", "--address", address)).isEqualTo(1);
        }
        assertThat(printed.toString()).contains("1 broken");
    }
}
