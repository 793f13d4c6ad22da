package echolab.peers;

import echolab.peers.Presence.Here;
import echolab.peers.Presence.Missing;
import echolab.process.ServerCommand;
import echolab.process.Tool;
import java.io.IOException;
import java.util.List;

/// Node.js: one file and what Node brings.
record NodePeer(String name, String title) implements Peer {

    private static final String SOURCE = "echo.js";

    @Override
    public Presence presence() {
        var said = Tool.of("node", "--version").run();
        return said.succeeded()
                ? new Here("Node.js " + said.text().replaceFirst("^v", ""))
                : Missing.of("no node", List.of("nodejs"));
    }

    @Override
    public ServerCommand build(BuildOptions options) throws IOException {
        var check = Tool.of("node", "--check", SOURCE);
        var program = new Build(name, List.of(SOURCE), check, SOURCE).in(options);
        return ServerCommand.printing(
                name, List.of("node", program.toString(), ServerCommand.PORT));
    }
}
