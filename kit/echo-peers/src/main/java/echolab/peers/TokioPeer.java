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
import java.util.Optional;

/// Tokio, built by cargo without a network: the crates are those that Debian packages.
///
/// Debian's own cargo and rustc are taken when they are there, whatever comes first on the path: they are what its
/// crates were tested with. And cargo gets a home of its own, so that nothing in the user's changes what is built.
record TokioPeer(String name, String title) implements Peer {

    private static final Path CRATES = Path.of("/usr/share/cargo/registry");

    @Override
    public Presence presence() {
        var rustc = Tool.of(program("rustc"), "--version").run();
        if (!rustc.succeeded() || !Tool.of(program("cargo"), "--version").run().succeeded()) {
            return Missing.of(
                    "no cargo or no rustc", List.of("cargo", "rustc", "librust-tokio-dev"));
        }
        return crate("tokio")
                .<Presence>map(version ->
                        new Here("Tokio %s, %s".formatted(version, firstTwoWords(rustc.text()))))
                .orElseGet(() -> Missing.of("no crate tokio", List.of("librust-tokio-dev")));
    }

    private static String firstTwoWords(String text) {
        return text.replaceAll("^(\\S+ \\S+)(?s:.*)", "$1");
    }

    /// The version of a crate in Debian's folder, where each lies in `NAME-VERSION`.
    private static Optional<String> crate(String name) {
        try (var crates = Files.newDirectoryStream(CRATES, name + "-[0-9]*")) {
            for (var crate : crates) {
                return Optional.of(crate.getFileName().toString().substring(name.length() + 1));
            }
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String program(String name) {
        var debian = Path.of("/usr/bin", name);
        return Files.isExecutable(debian) ? debian.toString() : name;
    }

    @Override
    public ServerCommand build(BuildOptions options) throws IOException {
        var home = options.folder().resolve(name).resolve("cargo-home").toAbsolutePath().toString();
        var cargo =
                new Tool(
                        List.of(
                                program("cargo"),
                                "build",
                                "--release",
                                "--offline",
                                "--quiet",
                                "--config",
                                "source.crates-io.replace-with='debian'",
                                "--config",
                                "source.debian.directory='" + CRATES + "'"),
                        Map.of("CARGO_HOME", home, "RUSTC", program("rustc")));
        var program =
                new Build(
                                name,
                                List.of("tokio/Cargo.toml", "tokio/src/main.rs"),
                                cargo,
                                "target/release/tokio-echo")
                        .in(options);
        return ServerCommand.printing(
                name, List.of(program.toString(), ServerCommand.PORT, ServerCommand.LOOPS));
    }
}
