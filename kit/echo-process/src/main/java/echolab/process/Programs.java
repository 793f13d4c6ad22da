package echolab.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return in(System.getenv().getOrDefault("PATH", ""), List.of(names));
    }

    /// The same on another machine.
    ///
    /// @param path the value of its `PATH`
    public static Optional<Path> in(String path, List<String> names) {
        var folders =
                Stream.of(path.split(File.pathSeparator)).filter(it -> !it.isEmpty()).toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
