package echolab.bench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a report to a file, and its folder when that is missing.
public final class PageFile {

    private PageFile() {}

    /// @throws IOException when the file cannot be written; names the file and says what to do
    public static void write(Path file, String text) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IOException(
                    "cannot write %s: %s; choose another file or make room"
                            .formatted(file.toAbsolutePath(), e),
                    e);
        }
    }
}
