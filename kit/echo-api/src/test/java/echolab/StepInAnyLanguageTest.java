package echolab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An IDE starts a main in the language of its machine, without the launcher. In Arabic of Egypt Java writes other digits.
@DisplayName("In a foreign language, the main of a step")
final class StepInAnyLanguageTest {

    /// What an IDE would start.
    static final class Started {

        public static void main(String[] args) {
            EchoMain.run(new ServerSocketStep(), args);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    void explains_a_mistake_with_the_digits_that_were_typed(String language) throws Exception {
        assertThat(said(language, "--port", "99999"))
                .startsWith("step00: port must be 0 to 65535, but is 99999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    void says_what_to_do_when_its_port_is_taken(String language) throws Exception {
        try (var first = new ServerSocketStep().start(EchoOptions.defaults())) {
            var port = String.valueOf(first.address().getPort());

            assertThat(said(language, "--port", port))
                    .startsWith("step00: cannot listen on 127.0.0.1 port " + port + ": ")
                    .contains("another program has that port");
        }
    }

    private static String said(String language, String... args) throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of(
                        "-Duser.language=" + language.substring(0, 2),
                        "-Duser.country=" + language.substring(3)));
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.add(Started.class.getName());
        words.addAll(List.of(args));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
