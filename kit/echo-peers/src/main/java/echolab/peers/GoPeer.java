package echolab.peers;

import echolab.peers.Presence.Here;
import echolab.peers.Presence.Missing;
import echolab.process.ServerCommand;
import echolab.process.Tool;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Go: one file and its standard library. The compiler keeps what it made in a folder of the peer's, so that it needs none
/// of the user's.
record GoPeer(String name, String title) implements Peer {

    private static final Pattern VERSION = Pattern.compile("go version go(\\S+) .*");

    @Override
    public Presence presence() {
        var version = VERSION.matcher(Tool.of("go", "version").run().text());
        return version.matches()
                ? new Here("Go " + version.group(1))
                : Missing.of("no go", List.of("golang-go"));
    }

    @Override
    public ServerCommand build(BuildOptions options) throws IOException {
        var cache = options.folder().resolve(name).resolve("cache").toAbsolutePath().toString();
        var compile =
                new Tool(
                        List.of("go", "build", "-o", "go-echo", "echo.go"),
                        Map.of("GOCACHE", cache));
        var program = new Build(name, List.of("echo.go"), compile, "go-echo").in(options);
        return ServerCommand.printing(
                name, List.of(program.toString(), ServerCommand.PORT, ServerCommand.LOOPS));
    }
}
