package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A result file")
final class JsonFileTest {

    @TempDir private Path folder;

    @Test
    void is_read_as_it_was_written() throws IOException {
        var results = new Saved("load", Invented.load(Invented.run(100, 106, 50_000)));
        var file = folder.resolve("load.json");
        JsonFile.write(results.result(), file);

        assertThat(Saved.read(file)).isEqualTo(results);
    }

    @ParameterizedTest
    @EnumSource
    void of_our_own_load_is_read_whatever_it_tells_of(Kind kind) throws IOException {
        var file = folder.resolve("some.json");
        var word = kind.name().toLowerCase(Locale.ROOT);
        JsonFile.write(Invented.load(Invented.run(100, 106, 0)), file);
        Files.writeString(file, Files.readString(file).replace("\"load\"", '"' + word + '"'));

        assertThat(JsonFile.kindOf(file)).isEqualTo(word);
        assertThat(((BenchResult) JsonFile.read(file)).kind()).isEqualTo(kind);
    }

    @Test
    void that_is_none_is_refused_in_a_sentence_that_says_why() throws IOException {
        refuses("{\n\"version\": 3,\n", "is not JSON").hasMessageContaining("line 3");
        refuses("[1, 2]", "is not a result of lab bench: it has no version or no kind");
        refuses("{\"version\": 3, \"kind\": \"song\"}", "is a result of another kind: song");
        refuses("{\"version\": 2, \"kind\": \"load\"}", "was written in layout 2");
        refuses("{\"version\": 3, \"kind\": \"load\"}", "partial is missing");
        assertThatThrownBy(() -> JsonFile.read(folder.resolve("none.json")))
                .hasMessageContaining("there is no file")
                .hasMessageContaining("none.json");
    }

    @Test
    void that_lacks_a_field_deep_inside_is_refused_by_its_path() throws IOException {
        var file = folder.resolve("load.json");
        JsonFile.write(Invented.load(Invented.run(100, 106, 0)), file);
        var text = Files.readString(file).replaceFirst("\"title\" : \"[^\"]*\",", "");
        Files.writeString(file, text);

        assertThatThrownBy(() -> JsonFile.read(file))
                .hasMessageContaining("runs[0].targets[0].title is missing");
    }

    /// It would have been reported as "0 cores".
    @Test
    void that_lacks_a_number_is_refused_and_not_read_as_0() throws IOException {
        var file = folder.resolve("load.json");
        JsonFile.write(Invented.load(Invented.run(100, 106, 0)), file);
        var text = Files.readString(file);

        refuses(text.replaceFirst("\\{", "{ \"colour\" : 1,"), "colour: ");
        refuses(text.replaceFirst("\"cores\" : \\d+,", ""), "machine.cores is missing");
        refuses(
                text.replaceFirst("\"cores\" : \\d+,", "\"cores\" : null,"),
                "machine.cores is missing");
        refuses(text.replaceFirst("\"jvmFlags\" : \\[", "$0 null,"), "jvmFlags[0] is missing");
        refuses(
                text.replaceFirst("\"role\" : \"\\w+\"", "\"role\" : \"judge\""),
                "targets[0].role: ");
    }

    @Test
    void of_any_saved_kind_is_read_as_what_it_is() throws IOException {
        try (var saved = Files.newDirectoryStream(Path.of("../../docs/results"), "*.json")) {
            for (var file : saved) {
                var copy = folder.resolve(file.getFileName());
                JsonFile.write(JsonFile.read(file), copy);
                assertThat(JsonFile.read(copy)).as("%s", file).isEqualTo(JsonFile.read(file));
            }
        }
        assertThat(folder).isDirectoryContaining("glob:**/contract.json");
    }

    private AbstractThrowableAssert<?, ?> refuses(String text, String why) throws IOException {
        var file = Files.writeString(folder.resolve("some.json"), text);
        return assertThatThrownBy(() -> JsonFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("some.json")
                .hasMessageContaining(why);
    }
}
