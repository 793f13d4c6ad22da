package echolab.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// All that a teacher wants on one sheet: a timetable and what to show, as the page `chapters/teaching.adoc` has them,
/// and what goes wrong: the mistakes on file, with what the tests answer.
public final class TeachersSheet {

    private static final String PAGE = "chapters/teaching.adoc";

    private final Course course;
    private final Ansi ansi;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private TeachersSheet(Course course, Ansi ansi, int width) {
        this.course = course;
        this.ansi = ansi;
        this.width = width;
    }

    /// @param days `half`, `one` or `two`
    public static List<String> of(Course course, String days, Ansi ansi, int width)
            throws IOException {
        var sheet = new TeachersSheet(course, ansi, width);
        sheet.section(days);
        sheet.section("show");
        sheet.mistakes();
        return sheet.lines;
    }

    /// What stands on the page between `[#teaching-…]` and the next such line.
    private void section(String id) throws IOException {
        var section =
                Files.readAllLines(course.root().resolve(PAGE)).stream()
                        .dropWhile(line -> !line.equals("[#teaching-" + id + "]"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("[#"))
                        .collect(Collectors.joining("\n"));
        if (section.isEmpty()) {
            throw new MalformedFileException(PAGE, "there is no section [#teaching-" + id + "]");
        }
        for (var line : TerminalProse.lines(section.strip(), width)) {
            if (line.matches("==? .*|\\.\\w.*")) {
                heading(line.replaceFirst("[=.]+ ?", ""));
            } else if (!line.startsWith("|")) {
                lines.add(line);
            } else if (!line.equals("|===")) {
                lines.add(line.substring(1).replace(" |", "  ").replace("`", ""));
            }
        }
    }

    private void mistakes() throws IOException {
        var all = WrongAnswer.readAll(course.root());
        for (var step : course.steps()) {
            heading(step + ": what goes wrong");
            for (var exercise : course.of(step)) {
                var number = exercise.number().toString();
                for (var mistake : all) {
                    if (mistake.exercise().equals(number)) {
                        item(number, mistake.mistake());
                        item("", "→ … " + mistake.says() + " …");
                    }
                }
            }
        }
    }

    private void heading(String text) {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
        lines.add(ansi.string("@|bold " + text + "|@"));
    }

    private void item(String label, String text) {
        var start = label;
        for (var line : TerminalProse.wrap(text, width - 6)) {
            lines.add("%-5s %s".formatted(start, line));
            start = "";
        }
    }
}
