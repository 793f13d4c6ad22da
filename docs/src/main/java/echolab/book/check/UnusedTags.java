package echolab.book.check;

import echolab.book.source.Excerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which markers in the code does nobody use any more? A tag is used when a chapter or an exercise names it.
final class UnusedTags {

    private static final Set<String> NOT_OURS =
            Set.of("target", "workshop", ".git", "docs", "chapters", "exercises");
    private static final Set<String> CODE = Set.of("java", "c", "h", "cpp", "rs", "py");

    private UnusedTags() {}

    static List<Finding> check(Path root) throws IOException {
        var texts = texts(root.resolve("chapters")) + texts(root.resolve("exercises"));
        var findings = new ArrayList<Finding>();
        for (var file : sources(root)) {
            var lines = Files.readAllLines(file);
            for (var i = 0; i < lines.size(); i++) {
                var marker = Excerpt.MARKER.matcher(lines.get(i));
                if (marker.find()
                        && marker.group(1).equals("tag")
                        && !isUsed(marker.group(2), file, texts)) {
                    findings.add(
                            new Finding(
                                    root.relativize(file),
                                    i + 1,
                                    "no chapter and no exercise uses the tag " + marker.group(2)));
                }
            }
        }
        return findings;
    }

    /// A chapter writes `Connection.java#echo`; an exercise names the file and the tag, each where it has its place.
    private static boolean isUsed(String tag, Path file, String texts) {
        var name = file.getFileName().toString();
        return texts.contains(name + "#" + tag)
                || texts.lines().anyMatch(line -> line.matches(":tag: *" + tag + "\\s*"));
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> CODE.contains(extension(file)))
                    .filter(file -> ours(root.relativize(file)))
                    .toList();
        }
    }

    private static boolean ours(Path file) {
        for (var part : file) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return !file.toString().contains("echo-book");
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String texts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".adoc"))
                    .map(UnusedTags::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
