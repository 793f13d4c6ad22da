package echolab.workshop;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// AsciiDoc as it reads in a terminal: paragraphs are broken anew; code, titles and the rows of a table stay as they
/// are.
public final class TerminalProse {

    private TerminalProse() {}

    /// @param width the longest line, in characters
    public static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var paragraph = new StringBuilder();
        var code = false;
        for (var line : text.lines().toList()) {
            if (line.equals("----")) {
                flush(paragraph, width, lines);
                code = !code;
            } else if (code) {
                lines.add("    " + line);
            } else if (line.isBlank()) {
                flush(paragraph, width, lines);
                lines.add("");
            } else if (line.matches("[=.|].*")) {
                flush(paragraph, width, lines);
                lines.add(line);
            } else if (!line.startsWith("[")) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        flush(paragraph, width, lines);
        return lines;
    }

    private static void flush(StringBuilder paragraph, int width, List<String> lines) {
        if (!paragraph.isEmpty()) {
            lines.addAll(wrap(paragraph.toString(), width));
            paragraph.setLength(0);
        }
    }

    /// @param rung which of the exercise's hints, from 1
    public static List<String> hint(Exercise exercise, int rung, int width, Ansi ansi) {
        var hint = exercise.hints().get(rung - 1);
        var head = "@|bold Hint %s of %s:|@ ".formatted(rung, exercise.hints().size());
        var lines = new ArrayList<>(List.of(ansi.string(head) + hint.title(), ""));
        lines.addAll(lines(hint.text(), width));
        return lines;
    }

    /// As much of a line as fits; that there is more is seen.
    public static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    /// A word that is longer than a line is not cut.
    public static List<String> wrap(String text, int width) {
        var lines =
                text.strip()
                        .replaceAll(" +", " ")
                        .replaceAll("(?s)(.{1,%s}|[^ ]+)( |$)".formatted(width), "$1\n");
        return List.of(lines.split("\n"));
    }
}
