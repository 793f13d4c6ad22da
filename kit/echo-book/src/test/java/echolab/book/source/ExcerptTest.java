package echolab.book.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.book.ChapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An excerpt")
final class ExcerptTest {

    private Path file;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        file =
                Files.writeString(
                        folder.resolve("Loop.java"),
                        """
                        class Loop {
                            // tag::run[]
                            /// What it is for.
                            void run() {
                                // tag::inner[]
                                again();
                                // end::inner[]
                                again();
                            }

                            // end::run[]
                            // tag::open[]

                            /// Rounds things off.
                            @Override
                            public int halfOf(
                                    int whole, int rest) {
                                // tag::inside[]
                                if (rest > 0) {
                                    return halfOf(whole, 0);
                                }
                                // end::inside[]
                                return whole / 2;
                            }

                            void twice() {}

                            void twice(int times) {}
                        }
                        """);
    }

    @Test
    void is_what_stands_between_its_tags_at_the_left_without_markers_and_documentation() {
        assertThat(Excerpt.read(file, "run").lines())
                .containsExactly("void run() {", "    again();", "    again();", "}");
        assertThat(Excerpt.read(file, "inner").lines()).containsExactly("again();");
    }

    @Test
    void is_a_method_without_its_documentation_where_no_tag_is() {
        assertThat(Excerpt.read(file, "halfOf()").lines())
                .containsExactly(
                        "public int halfOf(",
                        "        int whole, int rest) {",
                        "    if (rest > 0) {",
                        "        return halfOf(whole, 0);",
                        "    }",
                        "    return whole / 2;",
                        "}");
    }

    @Test
    void of_a_method_that_is_not_there_or_of_one_of_several_is_refused() {
        assertThatThrownBy(() -> Excerpt.read(file, "walk()"))
                .isInstanceOf(ChapterException.class)
                .hasMessage("Loop.java has 0 methods walk()");
        assertThatThrownBy(() -> Excerpt.read(file, "twice()"))
                .hasMessage("Loop.java has 2 methods twice()");
    }

    @Test
    void of_a_tag_that_is_not_there_or_does_not_end_is_refused() {
        assertThatThrownBy(() -> Excerpt.read(file, "walk"))
                .isInstanceOf(ChapterException.class)
                .hasMessage("Loop.java has no tag::walk[]");
        assertThatThrownBy(() -> Excerpt.read(file, "open"))
                .hasMessage("Loop.java has no end::open[]");
    }

    @Test
    void has_a_callout_only_where_exactly_one_line_has_its_text() {
        var excerpt = Excerpt.read(file, "run");

        assertThat(excerpt.lineWith("run()")).isZero();
        assertThatThrownBy(() -> excerpt.lineWith("again"))
                .hasMessageContaining("2 lines of the excerpt have it");
        assertThatThrownBy(() -> excerpt.lineWith("never"))
                .hasMessageContaining("no line of the excerpt has it");
    }
}
