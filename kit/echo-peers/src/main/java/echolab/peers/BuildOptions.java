package echolab.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Where and how peers are built.
///
/// @param folder where builds go, a folder for each peer
/// @param jvmFlags flags for a peer's JVM, when it has one
/// @param say is told when something is built, which may take half a minute
public record BuildOptions(Path folder, List<String> jvmFlags, Consumer<String> say) {

    public BuildOptions {
        jvmFlags = List.copyOf(jvmFlags);
    }
}
