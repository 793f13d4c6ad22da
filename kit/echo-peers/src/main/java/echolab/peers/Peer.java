package echolab.peers;

import echolab.process.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A system that the steps are compared with: a small echo server written as that system's users would write it.
public interface Peer {

    /// The name on the command line and in tables, for example `c-epoll`.
    String name();

    /// What it is, for people.
    String title();

    /// What keeps it from being built here, as a sentence that names the Debian package to install; empty when nothing
    /// does.
    Optional<String> missing();

    /// Builds it if it is not built yet, and says how it is started.
    ///
    /// @param folder where builds go
    /// @throws IOException when it can't be built; the message holds what the compiler said
    ServerCommand build(Path folder) throws IOException;

    /// All peers, the floor first.
    static List<Peer> all() {
        return List.of(new CompiledC("c-epoll", "C epoll, minimal: the floor", "epoll-minimal.c"));
    }
}
