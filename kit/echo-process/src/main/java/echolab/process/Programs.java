package echolab.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether an optional program is there. What needs one asks first, so that it can say which package to install.
public final class Programs {

    private Programs() {}

    /// Whether a folder of `PATH` has an executable file of this name.
    public static boolean onPath(String name) {
        return find(name).isPresent();
    }

    /// The executable file of the first of these names that a folder of `PATH` has.
    public static Optional<Path> find(String... names) {
        return Stream.of(names)
                .flatMap(name -> folders().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<String> folders() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    }
}
