package echolab.peers;

import echolab.process.ServerCommand;
import java.io.IOException;
import java.util.List;

/// A system that the steps are compared with: a small echo server written as that system's users would write it.
public interface Peer {

    /// The name on the command line and in tables, for example `c-epoll`.
    String name();

    /// What it is, for people.
    String title();

    /// Whether what it needs is here, and in which version. It looks each time that it is asked, which takes up to half
    /// a second.
    Presence presence();

    /// Builds it if it is not built yet, and says how it is started.
    ///
    /// @throws IOException when it can't be built; the message holds what the compiler said
    ServerCommand build(BuildOptions options) throws IOException;

    /// All peers, the floor first.
    static List<Peer> all() {
        return Peers.ALL;
    }
}
