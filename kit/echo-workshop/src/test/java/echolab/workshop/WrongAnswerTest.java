package echolab.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A wrong answer")
final class WrongAnswerTest {

    private static final String GOOD =
            """
            exercise: 2.3
            mistake: it does too little
            test: does enough
            says: more

            @@
             one
            -two
            +2
            @@
            -four
            """;

    @TempDir private Path folder;

    @Test
    void replaces_the_lines_of_its_hunks() throws IOException {
        var answer = read(GOOD);

        assertThat(answer.applyTo(List.of("one", "two", "three", "four")))
                .containsExactly("one", "2", "three");
        assertThat(answer.says()).isEqualTo("more");
    }

    @Test
    void must_find_its_old_lines_exactly_once() throws IOException {
        var answer = read(GOOD);

        assertThatThrownBy(() -> answer.applyTo(List.of("one", "three", "four")))
                .hasMessageContainingAll("exercises/wrong/23-a.patch", "exactly once", "one\ntwo");
        assertThatThrownBy(() -> answer.applyTo(List.of("one", "two", "one", "two", "four")))
                .hasMessageContaining("exactly once");
    }

    @ParameterizedTest
    @CsvSource({
        "test: does, tset: does, '23-a.patch:3: this line must read test: …'",
        "-two, two, 'this is no line of a hunk: two'",
        "@@, -@, 'this is no line of a hunk: -@'",
    })
    void that_is_malformed_is_told_where(String old, String replacement, String sentence) {
        assertThatThrownBy(() -> read(GOOD.replace(old, replacement)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining(sentence);
    }

    private WrongAnswer read(String text) throws IOException {
        return WrongAnswer.read(Files.writeString(folder.resolve("23-a.patch"), text));
    }
}
