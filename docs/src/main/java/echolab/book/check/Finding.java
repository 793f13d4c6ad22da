package echolab.book.check;

import java.nio.file.Path;

/// Something that a chapter must not say, and where it says it.
///
/// @param file in which it stands, from the root of the clone
/// @param line from 1
public record Finding(Path file, int line, String sentence) {

    @Override
    public String toString() {
        return "%s:%s: %s".formatted(file, line, sentence);
    }
}
