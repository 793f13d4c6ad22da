package echolab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server as a child process")
@Timeout(300)
final class ServerProcessTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void can_be_connected_to_as_soon_as_it_has_started() throws IOException {
        try (var server = ServerProcess.start(quiet());
                var client = new Socket()) {
            client.connect(server.address(), 60_000);

            assertThat(server.name()).isEqualTo("quiet");
            assertThat(server.isAlive()).isTrue();
            assertThat(server.tail())
                    .containsExactly("Serving on 127.0.0.1:" + server.address().getPort());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void closes_gracefully_on_SIGTERM() throws IOException {
        var server = ServerProcess.start(quiet());

        server.close();

        assertThat(server.isAlive()).isFalse();
        assertThat(server.awaitExit(LIMIT)).isEqualTo(128 + 15);
        assertThat(server.tail()).endsWith("closed gracefully");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void closes_gracefully_on_Ctrl_C() throws IOException {
        try (var server = ServerProcess.start(quiet().under(hearingCtrlC()))) {
            server.signal("INT");

            assertThat(server.awaitExit(LIMIT)).isEqualTo(128 + 2);
            assertThat(server.tail()).endsWith("closed gracefully");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void is_gone_at_once_when_it_is_killed() throws IOException {
        var server = ServerProcess.start(quiet());

        server.kill();

        assertThat(server.awaitExit(LIMIT)).isEqualTo(128 + 9);
        assertThat(server.failure("no answer")).hasMessageContaining("exit code 137");
    }

    /// A JVM has it made by who asks it something, and takes it away when it ends by itself.
    @Test
    @EnabledOnOs(OS.LINUX)
    void leaves_no_file_when_it_is_killed() throws IOException {
        var server = ServerProcess.start(quiet());
        var socket = Path.of("/tmp/.java_pid" + server.pid());
        assertThat(JavaHeap.liveBytes(server.pid())).isNotEmpty();
        assertThat(socket).exists();

        server.kill();

        assertThat(socket).doesNotExist();
    }

    @Test
    void that_still_runs_after_the_limit_is_a_failure() throws IOException {
        try (var server = ServerProcess.start(quiet())) {
            assertThatExceptionOfType(ServerFailedException.class)
                    .isThrownBy(() -> server.awaitExit(Duration.ofMillis(1)))
                    .withMessageContaining("quiet: it still runs after 1 ms");
        }
    }

    @Test
    void that_is_any_program_is_ready_when_its_port_can_be_connected_to() throws IOException {
        var words = quiet().words().stream().map(word -> word.equals("0") ? "{port}" : word);
        var command = ServerCommand.ofProgram("mine", words.toList());

        try (var server = ServerProcess.start(command);
                var client = new Socket()) {
            client.connect(server.address(), 60_000);

            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows says it in other words")
    void that_is_not_installed_is_named() {
        var command = command("no-such-program-here");

        assertThatIOException()
                .isThrownBy(() -> ServerProcess.start(command))
                // the system's words, in whatever language, without what Java puts around them
                .withMessageMatching(
                        "cannot start no-such-program-here: [^:()]+; check that it is installed.*");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no sh")
    void that_ends_before_it_serves_is_reported_with_its_exit_code_and_last_lines() {
        var command =
                command(
                        "sh",
                        "-c",
                        "i=0; while [ $i -lt 30 ]; do i=$((i+1)); echo l$i; done; exit 3");

        assertThatExceptionOfType(ServerFailedException.class)
                .isThrownBy(() -> ServerProcess.start(command))
                .withMessageContaining("mine: it ended with exit code 3; its last lines were:")
                .withMessageContaining("\n  l11\n")
                .withMessageEndingWith("l30")
                .withMessageNotContaining("l10\n");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such limit")
    void has_the_descriptor_limit_that_it_was_given() {
        var command = command("sh", "-c", "ulimit -n; exit 1").withDescriptorLimit(64);

        assertThatExceptionOfType(ServerFailedException.class)
                .isThrownBy(() -> ServerProcess.start(command))
                .withMessageEndingWith("  64");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void stops_and_goes_on_by_signals() throws IOException {
        try (var server = ServerProcess.start(quiet())) {
            server.signal("STOP");
            awaitState(server, "T");
            server.signal("CONT");
            awaitState(server, "S");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void refuses_a_signal_that_there_is_none_of() throws IOException {
        try (var server = ServerProcess.start(quiet())) {
            assertThatExceptionOfType(ServerFailedException.class)
                    .isThrownBy(() -> server.signal("NONSENSE"))
                    .withMessageContaining("signal NONSENSE could not be sent");
        }
    }

    @Test
    void with_a_port_of_its_own_is_not_mistaken_for_another_program_that_listens_there()
            throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var command =
                    ServerCommand.onItsPort("mine", other.getLocalPort(), List.of("sleep", "60"));

            assertThatIOException()
                    .isThrownBy(() -> ServerProcess.start(command))
                    .withMessageContaining("cannot start mine: it listens on port ")
                    .withMessageContaining("and so does another program");
        }
    }

    /// The child waits before its own `bind` until we have taken its port.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no sh")
    void starts_again_when_another_program_was_quicker_to_take_its_port(@TempDir Path folder)
            throws Exception {
        var script =
                """
                if mkdir "$1/first" 2>/dev/null; then
                    echo "$2" >"$1/written" && mv "$1/written" "$1/port"
                    until [ -e "$1/taken" ]; do sleep 0.05; done
                fi
                shift 2
                exec "$@"
                """;
        var prefix = List.of("sh", "-c", script, "sh", folder.toString(), ServerCommand.PORT);
        var words = quiet().words().stream().map(word -> word.equals("0") ? "{port}" : word);
        var command = ServerCommand.printing("mine", words.toList()).under(prefix);
        var other = CompletableFuture.supplyAsync(() -> listenerOnPortIn(folder));

        try (var server = ServerProcess.start(command);
                var taken = other.get()) {
            assertThat(server.isAlive()).isTrue();
            assertThat(server.address().getPort()).isNotEqualTo(taken.getLocalPort());
        }
    }

    private static ServerSocket listenerOnPortIn(Path folder) {
        var told = folder.resolve("port");
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(told)) {
            if (System.nanoTime() > deadline) fail("the child has not told its port in %s", LIMIT);
            LockSupport.parkNanos(10_000_000);
        }
        try {
            var port = Integer.parseInt(Files.readString(told).strip());
            var listener = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            Files.createFile(folder.resolve("taken"));
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A shell lets what it starts in the background ignore Ctrl-C, and what that starts as well. A build that was started so
    /// has it given back here.
    private static List<String> hearingCtrlC() throws IOException {
        var status = Path.of("/proc/self/status");
        var ignores =
                Files.exists(status)
                        && Files.readString(status)
                                .lines()
                                .anyMatch(line -> line.matches("SigIgn:.*[2367abefABEF]"));
        return ignores ? List.of("env", "--default-signal=INT") : List.of();
    }

    private static ServerCommand quiet() {
        return ServerCommand.ofStep(new QuietStep(), List.of());
    }

    private static ServerCommand command(String... words) {
        return new ServerCommand("mine", List.of(words), new ServerCommand.Ready.Prints());
    }

    /// The state stands after the name in parentheses: `proc_pid_stat(5)`.
    private static void awaitState(ServerProcess server, String state) throws IOException {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        var stat = Path.of("/proc/" + server.pid() + "/stat");
        for (var line = ""; !line.contains(") " + state + " "); line = Files.readString(stat)) {
            if (System.nanoTime() > deadline) {
                fail("after %s the process was not in state %s but: %s", LIMIT, state, line);
            }
            Thread.onSpinWait();
        }
    }
}
