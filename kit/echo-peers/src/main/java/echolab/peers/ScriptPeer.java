package echolab.peers;

import echolab.peers.Presence.Here;
import echolab.peers.Presence.Missing;
import echolab.process.ServerCommand;
import echolab.process.Tool;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One file that an interpreter runs as it is, with the port and the peer's name as arguments.
///
/// @param source the file's name among the resources of this package
/// @param program the interpreter
/// @param version arguments that make it print what is compared and its version, for example `Node.js 20.20.2`
/// @param check arguments that make it look whether a file, which follows them, is a program
/// @param debianPackage that brings what is compared
record ScriptPeer(
        String name,
        String title,
        String source,
        String program,
        List<String> version,
        List<String> check,
        String debianPackage)
        implements Peer {

    @Override
    public Presence presence() {
        var said = with(version).run();
        var what = name.equals(program) ? name : name + " for " + program;
        return said.succeeded()
                ? new Here(said.text())
                : Missing.of("no " + what, List.of(debianPackage));
    }

    @Override
    public ServerCommand build(BuildOptions options) throws IOException {
        var file = new Build(name, List.of(source), with(check, source), source).in(options);
        var start = with(List.of(), file.toString(), ServerCommand.PORT, name);
        return ServerCommand.printing(name, start.words());
    }

    private Tool with(List<String> arguments, String... more) {
        var words = Stream.of(List.of(program), arguments, List.of(more)).flatMap(List::stream);
        return new Tool(words.toList(), Map.of());
    }
}
