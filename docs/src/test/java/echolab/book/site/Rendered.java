package echolab.book.site;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.book.Chapters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The book that the build made a moment ago. Where Maven runs on an older JDK than 25 it makes none, and tests of it are skipped.
final class Rendered {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path BOOK = Path.of("target/book").toAbsolutePath();

    private Rendered() {}

    static List<Path> pages() throws IOException {
        assumeRendered();
        return Chapters.files(ROOT).stream()
                .map(chapter -> BOOK.resolve(Chapters.nameOf(chapter) + ".html"))
                .toList();
    }

    static void assumeRendered() {
        assumeTrue(
                Files.exists(BOOK.resolve("index.html")),
                "the book was not rendered, because Maven does not run on JDK 25: ./lab test does that");
    }
}
