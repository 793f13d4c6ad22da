package echolab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.process.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class PeerTest {

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("echolab.peers.Peer#all")
    @DisplayName("a peer is built, serves twice at the same time, and echoes")
    void echoes(Peer peer) throws IOException {
        assumeTrue(peer.missing().isEmpty(), () -> peer.missing().orElseThrow());
        var command = peer.build(folder);
        try (var one = ServerProcess.start(command);
                var two = ServerProcess.start(command)) {
            assertThat(echo(one, "first")).isEqualTo("first");
            assertThat(echo(two, "second")).isEqualTo("second");
        }
    }

    @Test
    @DisplayName("a peer is built again only when its source has changed")
    void builtOnce() throws IOException {
        var peer = Peer.all().getFirst();
        assumeTrue(peer.missing().isEmpty(), () -> peer.missing().orElseThrow());
        var program = Path.of(peer.build(folder).words().getFirst());
        var first = Files.readAttributes(program, "unix:ino").get("ino");

        peer.build(folder);
        assertThat(Files.readAttributes(program, "unix:ino")).containsEntry("ino", first);

        Files.writeString(folder.resolve("epoll-minimal.c"), "int main(void) { return 3; }");
        peer.build(folder);
        assertThat(folder.resolve("epoll-minimal.c")).content().contains("epoll_wait");
    }

    @Test
    @DisplayName("what the compiler says is in the message when a peer can't be built")
    void compilerError() {
        var broken = new CompiledC("broken", "not C", "Peer.class");
        assumeTrue(broken.missing().isEmpty(), () -> broken.missing().orElseThrow());

        assertThatThrownBy(() -> broken.build(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot build the peer broken with gcc -O3")
                .hasMessageContaining("Peer.class");
    }

    private static String echo(ServerProcess server, String message) throws IOException {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes);
            return new String(
                    socket.getInputStream().readNBytes(bytes.length), StandardCharsets.UTF_8);
        }
    }
}
