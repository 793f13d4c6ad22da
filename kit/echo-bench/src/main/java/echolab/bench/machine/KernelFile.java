package echolab.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the kernel says in a file of `/proc` or `/sys`; nothing where it has no such file.
final class KernelFile {

    private KernelFile() {}

    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// A file of the control group (version 2) of this process, for example `cpu.max`.
    ///
    /// @param root of the file system
    static Optional<String> ofControlGroup(Path root, String name) {
        return read(root.resolve("proc/self/cgroup"))
                .flatMap(
                        groups -> groups.lines().filter(line -> line.startsWith("0::")).findFirst())
                .flatMap(line ->
                        read(root.resolve("sys/fs/cgroup" + line.substring(3) + "/" + name)));
    }
}
