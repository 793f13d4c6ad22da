package echolab.workshop.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a participant's code compiles and runs against: all that we ourselves run with, but for the steps: their
/// classes are the solutions, and have the same names.
final class ClassPath {

    private ClassPath() {}

    static String withoutSteps() throws IOException {
        var all = new LinkedHashSet<Path>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry).toAbsolutePath();
            var named = entry.endsWith(".jar") ? namedBy(path) : List.<Path>of();
            // a jar whose manifest leads to the steps would bring them in again
            if (named.stream().noneMatch(ClassPath::isStep)) {
                all.add(path);
            }
            all.addAll(named);
        }
        return all.stream()
                .filter(path -> !isStep(path))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isStep(Path path) {
        return path.toString()
                .matches(".*[/\\\\]step\\d\\d-[^/\\\\]*(\\.jar|[/\\\\]target[/\\\\]classes)");
    }

    /// `java -jar` has one jar on its path, whose manifest names the others.
    private static List<Path> namedBy(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var names =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            return names == null
                    ? List.of()
                    : Stream.of(names.split(" +")).map(jar::resolveSibling).toList();
        }
    }
}
