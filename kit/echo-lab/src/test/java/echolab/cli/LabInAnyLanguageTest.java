package echolab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import echolab.process.ChildProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// German writes 12,41, Turkish makes a small i without a dot of every I, and Egypt has digits of its own. An IDE starts the main without the
/// launcher: what is printed is the same in all of them.
@DisplayName("In a foreign language, the command line")
@Tag("stress")
final class LabInAnyLanguageTest {

    private static final Path RESULTS = Path.of("../../docs/results");

    private static final List<String> TYPED =
            List.of(
                    "schedule --days two",
                    "bench --payload 12345678",
                    "serve step01 --port 99999",
                    "serve STEP77");

    private static final Map<List<String>, String> IN_ENGLISH = new HashMap<>();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    void makes_the_same_report(String language) {
        var english = IN_ENGLISH.computeIfAbsent(List.of("report"), _ -> report("en-US"));

        assertThat(report(language)).isEqualTo(english);
    }

    private String report(String language) {
        var page = folder.resolve(language + ".html");
        var words = new ArrayList<>(List.of("report"));
        for (var name : List.of("steps", "connections", "open-loop", "idle")) {
            words.add(RESULTS.resolve(name + ".json").toString());
        }
        words.addAll(List.of("--html", page.toString()));
        lab(language, words);
        return contentOf(page.toFile(), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    void says_the_same(String language) {
        for (var typed : TYPED) {
            var words = List.of(typed.split(" "));
            var english = IN_ENGLISH.computeIfAbsent(words, w -> lab("en-US", w));

            assertThat(lab(language, words)).as(typed).isEqualTo(english);
        }
    }

    private static String lab(String language, List<String> typed) {
        var words =
                LabProgram.words(
                        "-Duser.language=" + language.substring(0, 2),
                        "-Duser.country=" + language.substring(3),
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Decholab.root=" + Path.of("../..").toAbsolutePath().normalize());
        words.addAll(typed);
        try {
            var process = ChildProgram.of(words).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
