package echolab.peers;

import echolab.process.Programs;
import echolab.process.ServerCommand;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A peer of one C file, compiled by `gcc -O3` when it is first asked for, and again when its source has changed.
///
/// @param source the file's name among the resources of this package
record CompiledC(String name, String title, String source) implements Peer {

    private static final String COMPILER = "gcc";

    @Override
    public Optional<String> missing() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of(name + " is left out: epoll is a part of Linux");
        }
        return Programs.onPath(COMPILER)
                ? Optional.empty()
                : Optional.of(
                        name + " is left out: no C compiler; install the package gcc to have it");
    }

    @Override
    public ServerCommand build(Path folder) throws IOException {
        var text = text();
        var copy = folder.resolve(source);
        var program = folder.resolve(name);
        if (!Files.isExecutable(program)
                || !Files.exists(copy)
                || !Files.readString(copy).equals(text)) {
            Files.createDirectories(folder);
            Files.deleteIfExists(program);
            Files.writeString(copy, text);
            compile(copy, program);
        }
        return new ServerCommand(
                name,
                List.of(program.toString(), ServerCommand.PORT),
                new ServerCommand.Ready.Prints());
    }

    private String text() throws IOException {
        try (var in = Peer.class.getResourceAsStream(source)) {
            if (in == null) {
                throw new FileNotFoundException(
                        "the source " + source + " of the peer " + name + " is not in its jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void compile(Path from, Path to) throws IOException {
        var words = List.of(COMPILER, "-O3", "-Wall", "-o", to.toString(), from.toString());
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        "cannot build the peer %s with %s:\n%s"
                                .formatted(name, String.join(" ", words), said));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while building " + name, e);
        }
    }
}
