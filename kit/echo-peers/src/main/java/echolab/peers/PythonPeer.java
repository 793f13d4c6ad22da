package echolab.peers;

import echolab.peers.Presence.Here;
import echolab.peers.Presence.Missing;
import echolab.process.ServerCommand;
import echolab.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One Python program, on the loop of asyncio or on that of uvloop.
///
/// Debian's own python3 is taken when it is there, whatever comes first on the path: it is the one that Debian's uvloop
/// belongs to, and both loops must be compared on the same Python.
///
/// @param name the module whose loop it runs on
/// @param version what Python calls the version, once that module is imported as `loop`
/// @param debianPackage that brings the module
record PythonPeer(String name, String title, String version, String debianPackage) implements Peer {

    private static final String SOURCE = "echo.py";
    private static final Path DEBIAN = Path.of("/usr/bin/python3");

    @Override
    public Presence presence() {
        if (!Tool.of(python(), "--version").run().succeeded()) {
            return Missing.of("no python3", List.of(debianPackage));
        }
        var asks = "import platform, %s as loop; print(%s)".formatted(name, version);
        var said = Tool.of(python(), "-c", asks).run();
        return said.succeeded()
                ? new Here(said.text())
                : Missing.of("no " + name + " for " + python(), List.of(debianPackage));
    }

    private static String python() {
        return Files.isExecutable(DEBIAN) ? DEBIAN.toString() : "python3";
    }

    @Override
    public ServerCommand build(BuildOptions options) throws IOException {
        var compile = new Tool(List.of(python(), "-m", "py_compile", SOURCE), Map.of());
        var program = new Build(name, List.of(SOURCE), compile, SOURCE).in(options);
        return ServerCommand.printing(
                name, List.of(python(), program.toString(), ServerCommand.PORT, name));
    }
}
