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
    void aBrokenCaseGivesExitCodeOneAndSaysWhatWasSeen() throws IOException {
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
    void anUnknownCaseIsAnErrorInOneSentence() {
        assertThat(lab.execute("contract", "--case", "no such case", "step02")).isEqualTo(2);
        assertThat(printed.toString())
                .contains("no case's name contains \"no such case\"; --list prints the names");
    }

    @Test
    void aCommandWithoutAPlaceForItsPortIsAnErrorThatSaysSo() {
        assertThat(lab.execute("contract", "--", "./server")).isEqualTo(2);
        assertThat(printed.toString()).contains("write {port} in it");
    }
}
