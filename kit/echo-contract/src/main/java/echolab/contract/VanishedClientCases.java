package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.process.ChildProgram;
import echolab.process.Digits;
import echolab.process.ServerProcess;
import echolab.process.Tool;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;

/// A client that is gone without a word, since its machine has lost power, or its cable: a server gets rid of it. The kernel never
/// tells. A client that is silent, as in [OptionCases], answers a FIN all the same; this one answers nothing.
interface VanishedClientCases extends Cases {

    /// Server and client are in a network of their own.
    List<String> OWN_NETWORK =
            List.of("unshare", "--net", "sh", "-c", "ip link set lo up; exec \"$@\"", "sh");

    /// Its only interface goes down once a line has come back.
    String SCRIPT =
            """
            exec 3<>/dev/tcp/127.0.0.1/%s && echo hello >&3 && read -r line <&3 && ip link set lo down && echo "$line"
            exec sleep 600
            """;

    @Case(1)
    @Tag("stress")
    default void a_client_that_vanished_is_given_up_after_the_idle_timeout() throws IOException {
        servers().step(); // a program has no idle time-out that we know of
        var tried =
                Tool.of(
                        "unshare",
                        "--net",
                        "bash",
                        "-c",
                        "ip link set lo up && nsenter -V && ss -V");
        assumeTrue(
                tried.run().succeeded(),
                () ->
                        "not applicable: no network of its own, which takes root and CAP_SYS_ADMIN on Linux, and bash, iproute2 and util-linux: "
                                + tried.run().text());
        var command = servers().command("--idle-timeout", "1").under(OWN_NETWORK);
        try (var child = ServerProcess.start(command)) {
            var network = "--net=/proc/%s/ns/net".formatted(child.pid());
            var port = child.address().getPort();
            var script = Digits.in(SCRIPT, port);
            var client = ChildProgram.of("nsenter", network, "bash", "-c", script).start();
            // a connection that its process has closed has no user, and lives on in the kernel
            var shown = "ss -Htnp state connected sport = :%s | grep users".formatted(port);
            var connections = Tool.of("nsenter", network, "bash", "-c", shown);
            try (var lines = client.inputReader()) {
                assertThat(lines.readLine())
                        .as("what came back before the network was gone")
                        .isEqualTo("hello");
                Patience.until(
                        servers().patience(),
                        () -> connections.run().text().isEmpty(),
                        () ->
                                "the server keeps the connection of a client that vanished: "
                                        + connections.run().text());
            } finally {
                client.destroyForcibly();
            }
        }
    }
}
