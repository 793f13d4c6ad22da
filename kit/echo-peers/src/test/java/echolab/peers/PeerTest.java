package echolab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import echolab.process.ServerCommand;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Does every peer that can be built here serve?
@Timeout(300)
@Tag("stress")
class PeerTest {

    private static final List<Peer> ALL = Peer.all();

    /// Not a folder that goes with the test: Tokio takes half a minute, and has to be built once only.
    private static final Path FOLDER = Path.of("target", "peers");

    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    void a_peer_is_built_serves_twice_at_the_same_time_echoes_and_ends_at_SIGTERM(Peer peer)
            throws IOException {
        var command = built(peer);
        try (var one = ServerProcess.start(command);
                var two = ServerProcess.start(command)) {
            assertThat(echo(one, "first")).isEqualTo("first");
            assertThat(echo(two, "second")).isEqualTo("second");
            one.signal("TERM");
            one.awaitExit(Duration.ofMinutes(1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    void a_peer_tells_what_is_compared_and_in_which_version(Peer peer) {
        switch (peer.presence()) {
            case Presence.Here(var version) ->
                    assertThat(version).matches("\\S+ \\d+\\.\\d+\\.\\d.*").doesNotContain("\n");
            case Presence.Missing missing ->
                    assertThat(missing.sentence(peer)).startsWith(peer.name() + " is left out: ");
        }
    }

    private static ServerCommand built(Peer peer) throws IOException {
        assumeFalse(
                peer.presence() instanceof Presence.Missing,
                () -> peer.name() + " is not there: ./lab peers says what it needs");
        return peer.build(new BuildOptions(FOLDER, List.of("-Xmx64m"), _ -> {}));
    }

    private static String echo(ServerProcess server, String message) throws IOException {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(bytes);
            return new String(
                    socket.getInputStream().readNBytes(bytes.length), StandardCharsets.UTF_8);
        }
    }
}
