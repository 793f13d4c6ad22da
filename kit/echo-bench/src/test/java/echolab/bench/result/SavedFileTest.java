package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedFileTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "../other", "two words", "a.json"})
    void a_name_that_is_no_name_is_refused(String name) {
        assertThatThrownBy(() -> SavedFile.named(folder, name, "load"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters, digits and dashes")
                .hasMessageContaining("\"" + name + "\"");
    }

    @Test
    void a_result_of_the_same_kind_is_replaced_and_says_so() throws IOException {
        var first = SavedFile.named(folder, "epyc-1", "load");
        JsonFile.write(Invented.load(), first.path());

        assertThat(first).isEqualTo(new SavedFile(folder.resolve("epyc-1.json"), false));
        assertThat(SavedFile.named(folder, "epyc-1", "load").replaces()).isTrue();
    }

    @Test
    void a_result_of_another_kind_is_not() throws IOException {
        JsonFile.write(Invented.load(), folder.resolve("epyc-1.json"));
        Files.writeString(folder.resolve("notes.json"), "[]");

        assertThatThrownBy(() -> SavedFile.named(folder, "epyc-1", "idle"))
                .hasMessageContaining("another kind (load, not idle)");
        assertThatThrownBy(() -> SavedFile.named(folder, "notes", "load"))
                .hasMessageContaining("another kind (unknown, not load)");
    }
}
