package echolab.bench.result;

import java.io.IOException;
import java.nio.file.Path;

/// A result and what it is called on a page.
///
/// @param name the file's name without `.json`
public record Saved(String name, SavedResult result) {

    /// @throws IOException when the file can't be read or holds something else; names the file
    public static Saved read(Path file) throws IOException {
        var name = file.getFileName().toString().replaceAll("\\.json$", "");
        return new Saved(name, JsonFile.read(file));
    }
}
