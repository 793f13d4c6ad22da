package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The launcher's book")
final class MakesTheBookTest {

    private Clone clone;

    @BeforeEach
    void clone(@TempDir Path parent) throws IOException {
        clone = Clone.withJdk(parent);
    }

    @Test
    void is_made_as_pages_and_PDF_and_it_says_where_they_are() throws IOException {
        var ended = clone.lab("book");

        var book = clone.root.toRealPath().resolve("docs/target/book");
        assertThat(ended.out())
                .containsExactly(
                        "pages  " + book.resolve("index.html"),
                        "PDF    " + book.resolve("echo-lab.pdf"));
        assertThat(clone.mavenCalls())
                .singleElement()
                .asString()
                .contains("-Pbook", "-Dbook.html.skip=false -Dbook.pdf.skip=false");
    }

    @Test
    void can_be_one_of_the_two() throws IOException {
        assertThat(clone.lab("book", "--html").out())
                .singleElement()
                .asString()
                .startsWith("pages");
        assertThat(clone.lab("book", "--pdf").out()).singleElement().asString().startsWith("PDF");
        assertThat(clone.mavenCalls())
                .anyMatch(call -> call.contains("-Dbook.html.skip=false -Dbook.pdf.skip=true"))
                .anyMatch(call -> call.contains("-Dbook.html.skip=true -Dbook.pdf.skip=false"));
    }

    @Test
    void that_cannot_be_made_says_in_which_file_and_line_each_once() throws IOException {
        clone.maven(
                """
                echo "[INFO] asciidoctor: ERROR: 01-blocking.adoc: line 31: Loop.java has no tag::run[]"
                echo "[ERROR] asciidoctor: ERROR: 01-blocking.adoc: line 31: Loop.java has no tag::run[]"
                echo "[ERROR] Failed to execute goal: An exception occurred while executing the Java class. "
                echo "chapters/02-nio-selector.adoc:7: a link leads nowhere"
                echo "chapters/02-nio-selector.adoc:9: \\"simply\\" proves nothing -> [Help 1]"
                exit 1
                """);

        var ended = clone.lab("book");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .containsExactly(
                        "chapters/01-blocking.adoc:31: Loop.java has no tag::run[]",
                        "chapters/02-nio-selector.adoc:7: a link leads nowhere",
                        "chapters/02-nio-selector.adoc:9: \"simply\" proves nothing",
                        "lab: the book was not made: the whole output is in "
                                + clone.root.toRealPath()
                                + "/target/book.log");
    }

    @Test
    void leaves_nothing_to_build_for_the_command_after_it() throws IOException {
        clone.lab("book");
        clone.lab("bench");

        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @Test
    void refuses_options_that_make_no_sense() throws IOException {
        assertThat(clone.lab("book", "--epub").code()).isEqualTo(2);
        assertThat(clone.lab("book", "--html", "--pdf").code()).isEqualTo(2);
        assertThat(clone.mavenCalls()).isEmpty();
    }

    @Test
    void leaves_capturing_to_the_jar_once_that_is_built() throws IOException {
        assertThat(clone.lab("book", "--capture", "01-blocking").out())
                .containsSequence("<book>", "<--capture>", "<01-blocking>");
    }
}
