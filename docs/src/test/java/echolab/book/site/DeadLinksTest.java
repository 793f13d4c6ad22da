package echolab.book.site;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.book.check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A link of the book")
final class DeadLinksTest {

    @TempDir private Path root;

    @Test
    void that_leads_to_a_page_a_place_or_a_file_is_fine() throws IOException {
        assertThat(
                        check(
                                """
                                <h1 id="top">T</h1><a href="#top">a</a> <a href="one.html#top">b</a>
                                <a href="../chapters/one.adoc">c</a> <a href="https://nowhere.invalid/">d</a>
                                """))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='two.html'>no such page</a>",
                "<a href='#bottom'>no such place</a>",
                "<a href='one.html#bottom'>no such place</a>",
                "<a href='../step01/bottom'>no such file</a>",
                "<img src='bottom.png' alt=''>",
            })
    void that_leads_nowhere_is_found_with_the_line_of_its_chapter(String html) throws IOException {
        assertThat(check(html))
                .singleElement()
                .asString()
                .matches("(?s)chapters/one.adoc:[13]: .*(leads to|no image).*");
    }

    private List<Finding> check(String article) throws IOException {
        write("chapters/_book.adoc", "include::one.adoc[]\n");
        write("chapters/one.adoc", "= T\n\nsee bottom\n");
        write("pages/one.html", article);
        var site = Site.read(root, root.resolve("pages"));
        var page = site.pages().getFirst();
        write("book/one.html", page.article().html());
        return DeadLinks.check(root, site, root.resolve("book"));
    }

    private void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
