package echolab.workshop.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What somebody wrote who did not look at our answer, and what the check has to say of it. A file in `exercises/answers/` is the
/// body of an exercise's method below three lines:
///
/// ```
/// // exercise: 1.2
/// // expect: rejected
/// // note: ignores the failure and tries again at once
/// while (!listener.isClosed()) {
/// ```
///
/// @param file its name
/// @param exercise the number of the exercise
/// @param expected what the check has to say
/// @param note what is wrong with it, or in what it differs
/// @param body the lines below
record Answer(String file, String exercise, Verdict expected, String note, List<String> body) {

    /// What a check says of an answer; of some both may be said: there are good reasons for either.
    enum Verdict {
        SOLVED,
        REJECTED,
        EITHER
    }

    static List<Answer> readAll(Path root) throws IOException {
        var answers = new ArrayList<Answer>();
        try (var files = Files.newDirectoryStream(root.resolve("exercises/answers"), "*.java")) {
            for (var file : files) {
                answers.add(read(file));
            }
        }
        answers.sort((a, b) -> a.file().compareTo(b.file()));
        return List.copyOf(answers);
    }

    private static Answer read(Path path) throws IOException {
        var lines = Files.readAllLines(path);
        return new Answer(
                path.getFileName().toString(),
                lines.get(0).substring("// exercise: ".length()),
                Verdict.valueOf(
                        lines.get(1)
                                .substring("// expect: ".length())
                                .toUpperCase(java.util.Locale.ROOT)),
                lines.get(2).substring("// note: ".length()),
                lines.subList(3, lines.size()));
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(file, note);
    }
}
