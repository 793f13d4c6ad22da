package echolab.book.check;

import echolab.book.source.Excerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Markers in the code that nobody uses any more. A tag is used when a chapter or an exercise names it.
final class UnusedTags {

    private static final String TEXTS = "(chapters|exercises)/.*\\.adoc";
    private static final String CODE =
            "(?!(.*/)?(docs|chapters|exercises|echo-book)/).*\\.(java|c|h|cpp|rs|py)";
    private static final String WRITTEN_MEANWHILE = "(.*/)?(target|workshop|\\.git)";

    private UnusedTags() {}

    static List<Finding> check(Path root) throws IOException {
        var texts = new StringBuilder();
        for (var file : files(root, TEXTS, root)) texts.append(Files.readString(file)).append('\n');
        var findings = new ArrayList<Finding>();
        for (var file : files(root, CODE, root)) {
            var lines = Files.readAllLines(file);
            for (var i = 0; i < lines.size(); i++) {
                var marker = Excerpt.MARKER.matcher(lines.get(i));
                if (marker.find()
                        && marker.group(1).equals("tag")
                        && !isUsed(marker.group(2), file, texts.toString())) {
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

    /// @param wanted what the path from the root looks like
    private static List<Path> files(Path root, String wanted, Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(folder)) {
            for (var file : all) {
                var path = root.relativize(file).toString().replace('\\', '/');
                if (path.matches(WRITTEN_MEANWHILE)) continue;
                if (Files.isDirectory(file)) found.addAll(files(root, wanted, file));
                else if (path.matches(wanted)) found.add(file);
            }
        }
        return found;
    }
}
