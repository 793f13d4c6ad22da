package echolab.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The code that a recording shows: of each file the methods that ran, with the line numbers of the file.
final class SourceText {

    /// The last line of a member, at the margin of the class.
    private static final String END = " {4}(\\}|\\S.*;)";

    private final Path sources;
    private final Map<String, List<String>> read = new HashMap<>();
    private final Map<String, Map<Integer, String>> shown = new LinkedHashMap<>();

    /// @param sources the folder that the packages begin in
    SourceText(Path sources) {
        this.sources = sources;
    }

    /// @param file `echolab/selector/Connection.java`
    List<String> lines(String file) throws IOException {
        if (!read.containsKey(file)) {
            read.put(file, Files.readAllLines(sources.resolve(file)));
        }
        return read.get(file);
    }

    /// Shows the method that has this line: from the empty line before it to the end of its block. What is shown once stays.
    ///
    /// @return which of the files that are shown it is
    int show(String file, int number) throws IOException {
        var name = file.substring(file.lastIndexOf('/') + 1);
        var part = shown.computeIfAbsent(name, _ -> new TreeMap<>());
        if (!part.containsKey(number)) {
            var lines = lines(file);
            var first = number;
            while (first > 1 && !isBorder(lines.get(first - 2), lines.get(first - 1))) first--;
            var last = number;
            while (last < lines.size() && !lines.get(last - 1).matches(END)) last++;
            for (var at = first; at <= last; at++) part.put(at, lines.get(at - 1));
        }
        return List.copyOf(shown.keySet()).indexOf(name);
    }

    /// A member begins after an empty line, or a tag, at the margin of the class.
    private static boolean isBorder(String line, String next) {
        return line.isBlank() && next.matches(" {4}\\S.*") || line.matches(" {4}// (tag|end)::.*");
    }

    /// By the names of the files, in the order in which they were first shown.
    Map<String, Map<Integer, String>> shown() {
        return shown;
    }
}
