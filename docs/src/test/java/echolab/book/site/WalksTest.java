package echolab.book.site;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.walk.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The recordings of the book")
final class WalksTest {

    private static final Path ROOT = Path.of("..");
    private static final String CHANGED = "The code of this step has changed since";

    @TempDir Path book;

    @Test
    void become_a_page_each() throws IOException {
        Walks.write(ROOT, book);
        try (var recordings = Files.list(ROOT.resolve("docs/walks"));
                var pages = Files.list(book)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            recordings
                                    .map(file -> file.getFileName().toString())
                                    .map(name -> "walk-" + name.replace(".json", ".html"))
                                    .toList());
        }
    }

    @Test
    void are_small() throws IOException {
        try (var recordings = Files.list(ROOT.resolve("docs/walks"))) {
            for (var file : recordings.toList()) {
                assertThat(Files.size(file)).as("%s", file).isLessThan(150 * 1024);
            }
        }
    }

    /// Readers would be told that the code has changed since, which is for whoever changes it.
    @Test
    void are_of_the_code_that_is_here() throws IOException {
        try (var recordings = Files.list(ROOT.resolve("docs/walks"))) {
            for (var file : recordings.toList()) {
                assertThat(Recording.read(file).isOfThisCode(ROOT))
                        .as("%s is of this code; if not: ./lab walk all", file)
                        .isTrue();
            }
        }
    }

    @Test
    void say_when_the_code_has_changed_since(@TempDir Path clone) throws IOException {
        var sources = "step01-blocking/src/main/java/echolab/blocking";
        var name = "docs/walks/step01-one-echo.json";
        Files.createDirectories(clone.resolve("docs/walks"));
        Files.copy(ROOT.resolve(name), clone.resolve(name));
        Files.createDirectories(clone.resolve(sources));
        Files.writeString(
                clone.resolve(sources).resolve("Connection.java"), "final class Connection {}\n");
        Walks.write(clone, book);
        assertThat(book.resolve("walk-step01-one-echo.html")).content().contains(CHANGED);
    }
}
