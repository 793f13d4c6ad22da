package echolab.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the kernel says in a file of `/proc` or `/sys`; nothing where it has no such file.
public final class KernelFile {

    private KernelFile() {}

    public static Optional<String> read(Path file) {
        // not readString: it begins with one byte, and the kernel may hand out the whole or nothing
        try (var in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// What follows these words at the beginning of a line of such a file, in the first line that has them.
    public static Optional<String> after(String words, Optional<String> said) {
        return said.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(words))
                .map(line -> line.substring(words.length()).strip())
                .findFirst();
    }

    /// A file of the control group (version 2) of this process, for example `cpu.max`.
    ///
    /// @param root of the file system
    public static Optional<String> ofControlGroup(Path root, String name) {
        return after("0::", read(root.resolve("proc/self/cgroup")))
                .flatMap(group -> read(root.resolve("sys/fs/cgroup" + group + "/" + name)));
    }
}
