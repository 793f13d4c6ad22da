package echolab.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The file of an exercise")
final class ExerciseFileTest {

    private static final String GOOD =
            """
            = Exercise 2.3: A few words
            :step: step02-nio-selector
            :source: src/main/java/A.java
            :tag: read
            :todo: do it
            :tests: OneTest, OtherTest
            :level: 2
            :minutes: 15

            The question.

            The task.

            .Hint 1: First
            [%collapsible]
            ====
            One.
            ====

            .Hint 2: Second
            [%collapsible]
            ====
            Two.

            More of two.
            ====

            .Hint 3: Third
            [%collapsible]
            ====
            Three.
            ====

            .Lesson
            [%collapsible]
            ====
            A sentence.
            ====

            .Go further
            [%collapsible]
            ====
            On.
            ====
            """;

    @TempDir private Path folder;

    @Test
    void is_read_into_its_parts() throws IOException {
        var exercise = read(GOOD);

        assertThat(exercise.name()).isEqualTo("2.3 A few words");
        assertThat(exercise.tests()).containsExactly("OneTest", "OtherTest");
        assertThat(exercise.text()).isEqualTo("The question.\n\nThe task.");
        assertThat(exercise.hints().get(1)).isEqualTo(new Hint("Second", "Two.\n\nMore of two."));
        assertThat(exercise.lesson()).isEqualTo("A sentence.");
        assertThat(exercise.goFurther()).isEqualTo("On.");
        assertThat(exercise.bug()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "= Exercise 2.3: A, = A, 'first line must read: = Exercise 2.3'",
        "Exercise 2.3, Exercise 2.x, is not the number of an exercise",
        "':tag: read\n', '', ':8: the attribute :tag: is missing'",
        ":tag: read, :tga: read, ':4: there is no attribute :tga:'",
        ":tag: read, :tag:read, ':4: an attribute reads :name: value'",
        ":minutes: 15, :minutes: long, ':minutes: is a number'",
        ":level: 2, :level: 4, ':level: is 1, 2 or 3, not 4'",
        "'The question.\n\nThe task.', '', the text of the exercise is missing",
        "Three., '', the block .Hint 3 is missing",
        "'.Hint 3: Third', .Hint 2: Second, the block .Hint 2 stands there twice",
        ".Lesson, .Lessons, 'expected a block: .Hint 1'",
        "'[%collapsible]\n====\nOne.', '====\nOne.', ':15: expected the line [%collapsible]'",
        "'On.\n====', On., expected the line ====",
        "A sentence., '', the block .Lesson is missing",
    })
    void that_is_malformed_is_told_where_and_what_should_stand_there(
            String old, String replacement, String sentence) {
        assertThatThrownBy(() -> read(GOOD.replace(old, replacement)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("exercises/23-a.adoc:")
                .hasMessageContaining(sentence);
    }

    private Exercise read(String text) throws IOException {
        return ExerciseFile.read(Files.writeString(folder.resolve("23-a.adoc"), text));
    }
}
