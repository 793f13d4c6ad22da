package echolab.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The chapters in their order. Those that `chapters/_book.adoc` includes: the PDF and the pages take theirs
/// from this one list.
public final class Chapters {

    private static final Pattern INCLUDE =
            Pattern.compile("^include::([\\w-]+\\.adoc)\\[", Pattern.MULTILINE);

    private Chapters() {}

    /// The files, in the order of the book.
    public static List<Path> files(Path root) throws IOException {
        var folder = root.resolve("chapters");
        return INCLUDE.matcher(Files.readString(folder.resolve("_book.adoc")))
                .results()
                .map(include -> folder.resolve(include.group(1)))
                .toList();
    }

    /// The name without `.adoc`.
    public static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.adoc$", "");
    }
}
