package echolab.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.EchoStep;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A scene")
final class SceneTest {

    static Stream<Arguments> scenes() {
        return EchoStep.all().stream()
                .map(EchoStep::id)
                .flatMap(step -> Scene.names(step).stream().map(name -> Arguments.of(step, name)));
    }

    /// Words that fit no line any more would never be said, and nobody would notice.
    @ParameterizedTest
    @MethodSource("scenes")
    void says_its_words_at_code_that_there_is(String step, String name) throws IOException {
        var code = code(step);
        for (var saying : Scene.of(step, name).sayings()) {
            var type = saying.method().split("\\.")[0];
            var method = saying.method().split("\\.")[1];
            assertThat(code)
                    .as("%s in %s of %s", saying, name, step)
                    .anyMatch(file ->
                            file.contains(type)
                                    && file.contains(method + "(")
                                    && file.contains(saying.text()));
        }
    }

    private static List<String> code(String step) throws IOException {
        var sources = Walked.ROOT.resolve(Stage.of(step).folder()).resolve("src/main/java");
        try (var files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile).map(SceneTest::read).toList();
        }
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void of_another_name_is_answered_with_those_there_are() {
        assertThatThrownBy(() -> Scene.of("step02", "one-eco"))
                .hasMessage(
                        "step02 has no scene \"one-eco\"; it has one-echo, three-clients, slow-reader, end");
    }

    @Test
    void says_which_line_it_cannot_read() {
        assertThatThrownBy(() -> Scene.parse("step02", "x", List.of("A dances")))
                .hasMessageContaining("\"A dances\": a client cannot do that");
        assertThatThrownBy(() -> Scene.parse("step02", "x", List.of("ask Connection.read : Why?")))
                .hasMessageContaining("has no answer behind a bar");
    }

    @Test
    void has_words_for_each_step_of_its_own() {
        var lines =
                List.of(
                        "A sends hello and",
                        "[step01]",
                        "say Connection.read : one",
                        "[step02]",
                        "say Connection.read \"channel\" when interest = reading : two");
        var scene = Scene.parse("step02", "x", lines);
        assertThat(scene.sayings()).extracting(Saying::words).containsExactly("two");
        assertThat(scene.acts())
                .extracting(Act::object, Act::together)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hello", true));
    }
}
