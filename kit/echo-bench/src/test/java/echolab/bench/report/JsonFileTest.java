package echolab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void that_is_none_is_refused_in_a_sentence_that_says_why() throws IOException {
        refuses("{\n\"version\": 2,\n", "is not JSON").hasMessageContaining("line 3");
        refuses("[1, 2]", "is not a result of lab bench: it has no version or no kind");
        refuses("{\"version\": 2, \"kind\": \"ab\"}", "is a result of another kind: ab");
        refuses("{\"version\": 1, \"kind\": \"load\"}", "was written in layout 1");
        refuses("{\"version\": 2, \"kind\": \"load\"}", "date is missing");
        refuses("{\"version\": 2, \"kind\": \"load\", \"colour\": 1}", "colour");
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

    private AbstractThrowableAssert<?, ?> refuses(String text, String why) throws IOException {
        var file = Files.writeString(folder.resolve("some.json"), text);
        return assertThatThrownBy(() -> JsonFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("some.json")
                .hasMessageContaining(why);
    }
}
