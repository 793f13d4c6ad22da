package echolab.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder of a participant's")
final class FoldersTest {

    @TempDir private Path folder;

    /// An editor writes another file first, and gives it the name of the one that is saved.
    @Test
    void is_read_while_an_editor_saves() throws Exception {
        for (var i = 0; i < 300; i++) Files.createFile(folder.resolve("Loop" + i + ".java"));
        var passing = folder.resolve("4913").toFile();
        var editor =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                passing.mkdir();
                                passing.delete();
                            }
                        });
        try {
            for (var i = 0; i < 100; i++) assertThat(Folders.files(folder)).hasSize(300);
        } finally {
            editor.interrupt();
            editor.join();
        }
    }

    @Test
    void that_is_not_there_or_is_none_has_no_files_and_can_be_deleted() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var none = folder.resolve("none");

        assertThat(Folders.files(file)).isEmpty();
        assertThat(Folders.files(none)).isEmpty();
        Folders.delete(none);
        Folders.delete(file);
        assertThat(folder).isEmptyDirectory();
    }
}
