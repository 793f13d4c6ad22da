package echolab.book.source;

import echolab.book.ChapterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// The files that a chapter means. `step01/Connection.java` is a class of that step, found wherever in the step's
/// `src/main` it is; any other name is a path from the root of the clone.
public record Sources(Path root) {

    private static final Pattern OF_A_STEP = Pattern.compile("(step\\d\\d)/(.+)");

    public Sources {
        root = root.toAbsolutePath().normalize();
    }

    /// @throws ChapterException when there is no such file, or several
    public Path file(String name) {
        var ofStep = OF_A_STEP.matcher(name);
        if (ofStep.matches()) {
            return ofStep(ofStep.group(1), ofStep.group(2));
        }
        var file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new ChapterException("there is no file " + name);
        }
        return file;
    }

    /// The path from the root, as links and people write it.
    public String pathOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private Path ofStep(String step, String end) {
        var found = find(folderOf(step).resolve("src/main"), end);
        return switch (found.size()) {
            case 0 -> throw new ChapterException("%s has no file %s".formatted(step, end));
            case 1 -> found.getFirst();
            default ->
                    throw new ChapterException(
                            "%s has %s files %s: write the path from the root"
                                    .formatted(step, found.size(), end));
        };
    }

    /// `step01` is the folder `step01-blocking`.
    public Path folderOf(String step) {
        return in(root, step + "-*").stream()
                .findFirst()
                .orElseThrow(() -> new ChapterException("there is no folder " + step + "-…"));
    }

    /// What lies in a folder, in no order.
    ///
    /// @param glob its names, for example `*.json`
    public static List<Path> in(Path folder, String glob) {
        return ChapterException.unlessDone(
                "look into " + folder,
                () -> {
                    try (var found = Files.newDirectoryStream(folder, glob)) {
                        return StreamSupport.stream(found.spliterator(), false).toList();
                    }
                });
    }

    public static List<String> lines(Path file) {
        return ChapterException.unlessDone("read " + file, () -> Files.readAllLines(file));
    }

    private static List<Path> find(Path folder, String end) {
        return ChapterException.unlessDone(
                "look into " + folder,
                () -> {
                    try (var files = Files.walk(folder)) {
                        return files.filter(file -> file.endsWith(end)).toList();
                    }
                });
    }
}
