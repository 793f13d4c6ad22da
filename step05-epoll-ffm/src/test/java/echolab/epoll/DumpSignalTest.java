package echolab.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.EchoOptions;
import echolab.process.ServerCommand;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("stress")
class DumpSignalTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int SIGUSR1 = 10;
    private static final int SIGUSR2 = 12;

    private static ServerProcess server(String... flags) throws IOException {
        return ServerProcess.start(ServerCommand.ofStep(new EpollStep(), List.of(flags)));
    }

    /// Whether this process handles a signal, see `SigCgt` in `proc_pid_status(5)`.
    private static boolean catches(String pid, int signal) throws IOException {
        var line =
                Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                        .filter(l -> l.startsWith("SigCgt:"))
                        .findFirst()
                        .orElseThrow();
        var mask = Long.parseUnsignedLong(line.substring("SigCgt:".length()).strip(), 16);
        return (mask >>> (signal - 1) & 1) == 1;
    }

    /// Sends the signal until a line of what the server has printed contains `wanted`, which comes a moment after the
    /// clients have connected.
    private static List<String> printedWith(ServerProcess server, String wanted) throws Exception {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (server.tail().stream().noneMatch(line -> line.contains(wanted))) {
            assertThat(System.nanoTime())
                    .as("no line with %s within %s; printed: %s", wanted, LIMIT, server.tail())
                    .isLessThan(deadline);
            server.signal("USR1");
        }
        return server.tail();
    }

    @Test
    void the_server_prints_its_tasks_when_it_gets_the_signal_and_serves_on() throws Exception {
        var clients = new ArrayList<Socket>();
        try (var server = server("-Dstderr.encoding=US-ASCII")) {
            for (var i = 0; i < 50; i++) {
                clients.add(new Socket(server.address().getAddress(), server.address().getPort()));
            }
            var printed = printedWith(server, "50 × connection on fd …");
            assertThat(printed)
                    .anyMatch(line -> line.endsWith("each awaits fd read"))
                    .anyMatch(line -> line.contains("at echolab.epoll.EpollServer.echo("));
            for (var client : clients) {
                client.getOutputStream().write(7);
                assertThat(client.getInputStream().read()).isEqualTo(7);
            }
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    @Test
    void every_loop_of_the_server_is_printed() throws Exception {
        try (var server = server("-Decholab.listeners=2")) {
            printedWith(server, "epoll loop 0: 1 task");
            printedWith(server, "epoll loop 1: 1 task");
        }
    }

    @Test
    void the_JVM_keeps_usr_2_for_itself_and_leaves_usr_1() throws Exception {
        assertThat(catches("self", SIGUSR2)).isTrue();
        assertThat(catches("self", SIGUSR1)).isFalse();
    }

    @Test
    void a_step_that_is_a_guest_in_another_program_takes_no_signal() throws Exception {
        try (var _ = new EpollStep().start(EchoOptions.defaults())) {
            assertThat(catches("self", SIGUSR1)).isFalse();
        }
        try (var server = server()) {
            assertThat(catches(String.valueOf(server.pid()), SIGUSR1)).isTrue();
        }
    }
}
