package echolab.book.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A source that a chapter names")
final class SourcesTest {

    private final Sources sources = new Sources(Path.of("../.."));

    @Test
    void is_found_by_step_and_class_or_by_its_path() {
        assertThat(sources.pathOf(sources.file("step01/Connection.java")))
                .isEqualTo("step01-blocking/src/main/java/echolab/blocking/Connection.java");
        assertThat(sources.pathOf(sources.file("kit/echo-book/pom.xml")))
                .isEqualTo("kit/echo-book/pom.xml");
    }

    @Test
    void that_is_not_there_is_refused() {
        assertThatThrownBy(() -> sources.file("step01/Selector.java"))
                .hasMessage("step01 has no file Selector.java");
        assertThatThrownBy(() -> sources.file("step99/Loop.java"))
                .hasMessage("there is no folder step99-…");
        assertThatThrownBy(() -> sources.file("kit/none.c"))
                .hasMessage("there is no file kit/none.c");
    }
}
