package echolab.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
        var scene = Scene.of(step, name);
        var mistake =
                scene.wrong().isEmpty()
                        ? ""
                        : read(Walked.ROOT.resolve("exercises/wrong").resolve(scene.wrong()));
        for (var saying : scene.sayings()) {
            var type = saying.method().split("\\.")[0];
            var method = saying.method().split("\\.")[1];
            if (type.matches("[A-Z]|server")) {
                assertThat(scene.acts())
                        .anyMatch(act -> act.toString().startsWith(type + " " + method));
                continue;
            }
            assertThat(code)
                    .as("%s in %s of %s", saying, name, step)
                    .anyMatch(file ->
                            file.contains(type)
                                    && file.contains(method + "(")
                                    && (file + mistake).contains(saying.text()));
        }
    }

    /// A scene whose lesson depends on luck tells it in one recording and not in the next.
    @ParameterizedTest
    @MethodSource("scenes")
    void says_all_its_words_in_the_recording_that_the_book_has(String step, String name)
            throws IOException {
        var said =
                Walked.inTheBook(step, name).steps().stream()
                        .flatMap(one ->
                                Stream.concat(Stream.of(one.words()), one.question().stream()))
                        .toList();
        for (var saying : Scene.of(step, name).sayings()) {
            assertThat(said)
                    .as("what the recording of %s of %s says", name, step)
                    .anyMatch(words -> words.contains(saying.words()))
                    .containsAll(saying.question());
        }
    }

    private static List<String> code(String step) throws IOException {
        var sources = new Stage(step, List.of()).sources(Walked.ROOT);
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
    void may_have_something_happen_while_a_thread_stands_at_a_place() {
        var lines =
                List.of(
                        "jvm -Xone -Xtwo",
                        "while EventLoop.waitForEvents after Inbox.isEmpty : server stops",
                        "show Timers size as set");
        var scene = Scene.parse("step05", "x", lines);
        assertThat(scene.stage()).containsExactly("jvm -Xone -Xtwo", "show Timers size as set");
        assertThat(new Stage("step05", scene.stage()).jvmFlags).endsWith("-Xone", "-Xtwo");
        assertThat(scene.acts())
                .extracting(Act::place, Act::verb)
                .containsExactly(
                        tuple("EventLoop.waitForEvents after Inbox.isEmpty", Act.Verb.STOPS));
    }

    @Test
    void is_chosen_by_the_exercise_that_it_fits() {
        assertThat(Scene.about("2.2")).isEqualTo("slow-reader");
        assertThat(Scene.about("5.5")).isEqualTo("hand-in");
        assertThat(Scene.about("1.1")).isEqualTo("one-echo");
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
                .containsExactly(tuple("hello", true));
    }
}
