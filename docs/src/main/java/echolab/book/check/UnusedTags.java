package echolab.book.check;

import echolab.book.source.Excerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Markers in the code that nobody uses any more. A tag is used when a chapter or an exercise names it.
final class UnusedTags {

    private static final Set<String> NOT_OURS =
            Set.of("target", "workshop", ".git", "docs", "chapters", "exercises", "echo-book");
    private static final Pattern CODE = Pattern.compile("\\.(java|c|h|cpp|rs|py)$");

    private UnusedTags() {}

    static List<Finding> check(Path root) throws IOException {
        var texts = texts(root.resolve("chapters")) + texts(root.resolve("exercises"));
        var findings = new ArrayList<Finding>();
        for (var file : files(root, UnusedTags::isOurs)) {
            var lines = Files.readAllLines(file);
            for (var i = 0; i < lines.size(); i++) {
                var marker = Excerpt.MARKER.matcher(lines.get(i));
                if (marker.find()
                        && marker.group(1).equals("tag")
                        && !isUsed(marker.group(2), file, texts)) {
                    var sentence = "no chapter and no exercise uses the tag " + marker.group(2);
                    findings.add(new Finding(root.relativize(file), i + 1, sentence));
                }
            }
        }
        return findings;
    }

    /// A chapter writes `Connection.java#echo`; an exercise names the file and the tag, each where it has its place.
    private static boolean isUsed(String tag, Path file, String texts) {
        return texts.contains(file.getFileName() + "#" + tag)
                || texts.lines().anyMatch(line -> line.matches(":tag: *" + tag + "\\s*"));
    }

    private static boolean isOurs(String file) {
        return CODE.matcher(file).find()
                && NOT_OURS.stream().noneMatch(List.of(file.split("/"))::contains);
    }

    private static String texts(Path folder) throws IOException {
        var texts = new StringBuilder();
        for (var file : files(folder, name -> name.endsWith(".adoc"))) {
            texts.append(Files.readString(file)).append('\n');
        }
        return texts.toString();
    }

    /// @param wanted is asked about the path from the folder
    private static List<Path> files(Path folder, Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            wanted.test(folder.relativize(file).toString().replace('\\', '/')))
                    .toList();
        }
    }
}
