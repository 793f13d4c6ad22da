package echolab.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The code that a recording shows: of each file the methods that ran, with the line numbers of the file.
final class SourceText {

    private final Path sources;
    private final Map<String, List<String>> files = new HashMap<>();
    private final NavigableMap<String, NavigableMap<Integer, String>> shown = new TreeMap<>();

    /// @param sources the folder that the packages begin in
    SourceText(Path sources) {
        this.sources = sources;
    }

    /// @param file `echolab/selector/Connection.java`
    String line(String file, int number) {
        var lines = files.computeIfAbsent(file, this::read);
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }

    private List<String> read(String file) {
        try {
            return Files.readAllLines(sources.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the source of what runs", e);
        }
    }

    /// Shows the method that has this line: from the empty line before it to the end of its block. What is shown once stays.
    void show(String file, int number) {
        var part = shown.computeIfAbsent(file, _ -> new TreeMap<>());
        if (part.containsKey(number)) {
            return;
        }
        var first = number;
        while (first > 1 && !isBorder(file, first - 1)) {
            first--;
        }
        var last = number;
        while (last < files.get(file).size() && !isEnd(file, last)) {
            last++;
        }
        for (var at = first; at <= last; at++) {
            part.put(at, line(file, at));
        }
    }

    /// A member begins after an empty line, or a tag, at the margin of the class.
    private boolean isBorder(String file, int number) {
        var line = line(file, number);
        return line.isBlank() && isMember(line(file, number + 1))
                || line.startsWith("    // tag::")
                || line.startsWith("    // end::");
    }

    private static boolean isMember(String line) {
        return line.startsWith("    ") && !line.startsWith("     ");
    }

    private boolean isEnd(String file, int number) {
        var line = line(file, number);
        return line.equals("    }") || isMember(line) && line.endsWith(";");
    }

    Map<String, NavigableMap<Integer, String>> shown() {
        return shown;
    }
}
