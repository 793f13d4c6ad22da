package echolab.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.bench.run.Target;
import echolab.cli.command.KnownServers;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@DisplayName("Which servers a command visits")
@Timeout(300)
@Tag("stress")
final class TargetChoiceTest {

    private static final String PROGRAM = "python3 -m http.server --bind 127.0.0.1 {port}";

    @Command
    private static final class Measuring {
        @Mixin private TargetChoice choice;
    }

    @Test
    void without_a_word_it_is_the_floor_and_all_steps() throws IOException {
        assumePeer("c-epoll");
        assertThat(names())
                .containsExactly("c-epoll", "step01", "step02", "step03", "step04", "step05");
    }

    @Test
    void named_steps_come_alone() throws IOException {
        assertThat(names("--steps", "step02,step01")).containsExactly("step02", "step01");
    }

    @Test
    void whoever_names_peers_gets_the_floor_to_compare_with() throws IOException {
        assumePeer("c-epoll");
        assertThat(names("--steps=step02", "--peers=netty-nio"))
                .containsExactly("c-epoll", "step02", "netty-nio");
    }

    @Test
    void a_peer_is_measured_with_the_heap_of_a_step_and_tells_its_version() throws IOException {
        var netty = targets("--steps=step02", "--peers=netty-nio").getLast();

        assertThat(netty.command().words()).containsAll(Target.JVM_FLAGS);
        assertThat(netty.version().orElseThrow()).startsWith("Netty 4.");
    }

    @Test
    void another_program_is_started_with_a_port_of_its_own() throws IOException {
        assumeTrue(
                Path.of("/usr/bin/python3").toFile().canExecute(),
                "no python3; install the package python3");
        var target = targets("--steps=step02", "--peer", "mine=" + PROGRAM).getLast();

        assertThat(target.name()).isEqualTo("mine");
        try (var server = ServerProcess.start(target.command())) {
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void a_program_that_does_not_say_where_its_port_goes_is_refused_in_a_sentence() {
        assertRefused("write {port} in it", "--peer", "mine=./server");
    }

    @Test
    void a_program_that_has_a_port_of_its_own_is_asked_there() throws IOException {
        assumeTrue(
                Path.of("/usr/bin/python3").toFile().canExecute(),
                "no python3; install the package python3");
        var port = freePort();
        var program = PROGRAM.replace("{port}", "" + port);
        var target =
                targets("--steps=step02", "--peer", "mine@%s=%s".formatted(port, program))
                        .getLast();

        assertThat(target.name()).isEqualTo("mine");
        try (var server = ServerProcess.start(target.command())) {
            assertThat(server.address().getPort()).isEqualTo(port);
        }
    }

    @Test
    void a_port_that_cannot_be_is_refused_in_a_sentence() {
        assertRefused(
                "a port is 1 to 65535, but that of mine is 65536", "--peer", "mine@65536=./server");
    }

    @Test
    void a_program_with_the_name_of_a_step_is_refused_in_a_sentence() {
        assertRefused("needs a name that no step and no peer has", "--peer", "step01=" + PROGRAM);
    }

    @Test
    void an_unknown_peer_is_answered_with_those_there_are() {
        assertRefused("no step or peer is called \"tokoi\"; there are step01", "--peers=tokoi");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void assertRefused(String sentence, String... args) {
        assertThatThrownBy(() -> targets(args))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static void assumePeer(String name) {
        var said = new ArrayList<String>();
        var installed = new KnownServers(said::add).installed(List.of(name));
        assumeTrue(!installed.isEmpty(), said::toString);
    }

    private static List<String> names(String... args) throws IOException {
        return targets(args).stream().map(Target::name).toList();
    }

    private static List<Target> targets(String... args) throws IOException {
        var measuring = new Measuring();
        new CommandLine(measuring).parseArgs(args);
        return measuring.choice.targets(_ -> {});
    }
}
