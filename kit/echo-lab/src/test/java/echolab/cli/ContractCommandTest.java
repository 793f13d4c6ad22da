package echolab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ContractCommandTest {

    private final StringWriter printed = new StringWriter();
    private final CommandLine lab =
            Lab.commandLine()
                    .setOut(new PrintWriter(printed, true))
                    .setErr(new PrintWriter(printed, true));

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
}
