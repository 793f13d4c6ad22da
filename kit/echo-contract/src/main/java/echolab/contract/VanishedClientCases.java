package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import echolab.process.ChildProgram;
import echolab.process.Digits;
import echolab.process.Programs;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Does a server get rid of a client that is gone without a word: its machine has lost power, or its cable? The kernel never tells. A
/// client that is silent, as in [OptionCases], answers a FIN all the same; this one answers nothing.
interface VanishedClientCases extends Cases {

    /// Server and client are in a network of their own, whose only interface goes down once a line has come back.
    String SCRIPT =
            """
            exec 3<>/dev/tcp/127.0.0.1/%s && echo hello >&3 && read -r line <&3 && ip link set lo down && echo "$line"
            exec sleep 600
            """;

    @Test
    @Tag("stress")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there are no network namespaces")
    @Order(1)
    default void a_client_that_vanished_is_given_up_after_the_idle_timeout() throws IOException {
        servers().step(); // a program has no idle time-out that we know of
        assumeNetworkOfItsOwn();
        var command =
                servers()
                        .command("--idle-timeout", "1")
                        .under(
                                List.of(
                                        "unshare",
                                        "--net",
                                        "sh",
                                        "-c",
                                        "ip link set lo up; exec \"$@\"",
                                        "sh"));
        try (var child = ServerProcess.start(command)) {
            var port = child.address().getPort();
            var client = inNetworkOf(child, "bash", "-c", Digits.in(SCRIPT, port)).start();
            try (var lines = client.inputReader()) {
                assertThat(lines.readLine())
                        .as("what came back before the network was gone")
                        .isEqualTo("hello");
                Patience.until(
                        servers().patience(),
                        () -> sockets(child.pid(), port).isEmpty(),
                        () ->
                                "the server keeps the connection of a client that vanished: "
                                        + sockets(child.pid(), port));
            } finally {
                client.destroyForcibly();
            }
        }
    }

    private static void assumeNetworkOfItsOwn() throws IOException {
        if (!Stream.of("unshare", "nsenter", "ip", "bash").allMatch(Programs::onPath)) {
            abort(
                    "not applicable: needs bash, ip, nsenter and unshare, which Debian has in bash, iproute2 and util-linux");
        }
        var tried =
                ChildProgram.of("unshare", "--net", "ip", "link", "set", "lo", "up")
                        .redirectErrorStream(true)
                        .start();
        try (var said = tried.inputReader()) {
            var why = said.readLine();
            if (why != null) {
                abort(
                        "not applicable: no network of its own can be made here, which takes root and CAP_SYS_ADMIN: "
                                + why);
            }
        }
    }

    private static ProcessBuilder inNetworkOf(ServerProcess child, String... words) {
        var all =
                Stream.concat(
                        Stream.of("nsenter", "--net", "--target", "" + child.pid()),
                        Stream.of(words));
        return ChildProgram.of(all.toList());
    }

    /// The connections at this port that a process still has, as
    /// [proc(5)](https://man7.org/linux/man-pages/man5/proc_pid_net.5.html) shows them: their inode is not 0, and they do not listen.
    private static List<String> sockets(long pid, int port) {
        var local = ":%04X".formatted(port);
        return Stream.of("tcp", "tcp6")
                .flatMap(file -> lines(Path.of("/proc/" + pid + "/net/" + file)))
                .map(line -> line.strip().split(" +"))
                .filter(column -> column[1].endsWith(local))
                .filter(column -> !column[3].equals("0A") && !column[9].equals("0"))
                .map(column -> column[1] + " to " + column[2] + " in state " + column[3])
                .toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
