package echolab.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A mistake that somebody may make. A file in `exercises/wrong/` holds the mistake as a patch to the method of an
/// exercise, names the test that must catch it, and the words that test must say:
///
/// ```
/// exercise: 2.2
/// mistake: the bytes that the kernel did not take are dropped
/// test: what the kernel did not take is kept, and the selector asked to tell when there is room
/// says: interested in writing
///
/// @@
///          channel.write(buffer);
/// -        if (buffer.hasRemaining()) {
/// ```
///
/// The patch is a unified diff without line numbers, which would go stale: the old lines of a hunk stand in the method
/// exactly once, and that is where it applies.
///
/// @param file its name
/// @param exercise the number of the exercise
/// @param mistake what is wrong, in a few words
/// @param test the display name of the test that must fail
/// @param says what its message must contain
/// @param hunks what to replace by what
public record WrongAnswer(
        String file, String exercise, String mistake, String test, String says, List<Hunk> hunks) {

    /// Some lines of the method, and what they become.
    record Hunk(List<String> old, List<String> replacement) {}

    /// All that are filed, in the order of their names.
    public static List<WrongAnswer> readAll(Path root) throws IOException {
        var answers = new ArrayList<WrongAnswer>();
        try (var files = Files.newDirectoryStream(root.resolve("exercises/wrong"), "*.patch")) {
            for (var file : files) {
                answers.add(read(file));
            }
        }
        answers.sort((a, b) -> a.file().compareTo(b.file()));
        return List.copyOf(answers);
    }

    public static WrongAnswer read(Path path) throws IOException {
        var file = path.getFileName().toString();
        var lines = Files.readAllLines(path);
        var hunks = new ArrayList<Hunk>();
        for (var line : lines.subList(Math.min(5, lines.size()), lines.size())) {
            add(file, line, hunks);
        }
        if (hunks.isEmpty()) {
            throw new MalformedFileException(
                    file, "after the four lines and an empty one, a hunk begins with @@");
        }
        return new WrongAnswer(
                file,
                header(file, lines, 0, "exercise"),
                header(file, lines, 1, "mistake"),
                header(file, lines, 2, "test"),
                header(file, lines, 3, "says"),
                List.copyOf(hunks));
    }

    private static String header(String file, List<String> lines, int at, String name)
            throws MalformedFileException {
        if (at >= lines.size() || !lines.get(at).startsWith(name + ": ")) {
            throw new MalformedFileException(file, at + 1, "this line must read " + name + ": …");
        }
        return lines.get(at).substring(name.length() + 2).strip();
    }

    private static void add(String file, String line, List<Hunk> hunks)
            throws MalformedFileException {
        if (line.startsWith("@@")) {
            hunks.add(new Hunk(new ArrayList<>(), new ArrayList<>()));
            return;
        }
        var sign = line.isEmpty() ? ' ' : line.charAt(0);
        if (hunks.isEmpty() || " -+".indexOf(sign) < 0) {
            throw new MalformedFileException(file, "this is no line of a hunk: " + line);
        }
        var text = line.isEmpty() ? "" : line.substring(1);
        if (sign != '+') {
            hunks.getLast().old().add(text);
        }
        if (sign != '-') {
            hunks.getLast().replacement().add(text);
        }
    }

    /// The lines of the method with the mistake in them.
    ///
    /// @throws MalformedFileException when a hunk's old lines are not there, or more than once
    public List<String> applyTo(List<String> method) throws MalformedFileException {
        var lines = new ArrayList<>(method);
        for (var hunk : hunks) {
            var at = Collections.indexOfSubList(lines, hunk.old());
            if (at < 0 || at != Collections.lastIndexOfSubList(lines, hunk.old())) {
                throw new MalformedFileException(
                        "exercises/wrong/" + file,
                        "these lines must stand in the method of exercise %s exactly once:%n%s"
                                .formatted(exercise, String.join("\n", hunk.old())));
            }
            lines.subList(at, at + hunk.old().size()).clear();
            lines.addAll(at, hunk.replacement());
        }
        return lines;
    }
}
