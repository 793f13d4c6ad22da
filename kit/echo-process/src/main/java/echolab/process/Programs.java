package echolab.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Is an optional program there? What needs one asks first, so that it can say which package to install.
public final class Programs {

    private Programs() {}

    /// Whether a folder of `PATH` has an executable file of this name.
    public static boolean onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
