package echolab.workshop.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What does a participant's code compile and run against? All that we ourselves run with, but for the steps: their
/// classes are the solutions, and have the same names.
final class ClassPath {

    private ClassPath() {}

    static String withoutSteps() throws IOException {
        var all = new LinkedHashSet<Path>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry).toAbsolutePath();
            all.add(path);
            if (entry.endsWith(".jar")) {
                namedBy(path).forEach(all::add);
            }
        }
        return all.stream()
                .map(Path::toString)
                .filter(path -> !path.matches(".*[/\\\\]step\\d\\d-[^/\\\\]*(\\.jar|[/\\\\].*)"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// `java -jar` has one jar on its path, whose manifest names the others.
    private static Stream<Path> namedBy(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var names =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            return names == null
                    ? Stream.of()
                    : Stream.of(names.split(" +")).map(jar::resolveSibling);
        }
    }
}
