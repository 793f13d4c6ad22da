package echolab.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a report to a file, and its folder when that is missing.
final class PageFile {

    private PageFile() {}

    static void write(Path file, String text) throws IOException {
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
