package echolab.workshop.check;

import echolab.workshop.TerminalProse;
import echolab.workshop.run.Compilation.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// What the compiler says: its own message, with the line that it means, and not the log of a build.
///
/// @param places how a participant finds a file
/// @param ansi whether with colours
/// @param width the longest line, in characters
record ProblemsText(Places places, Ansi ansi, int width) {

    private static final int MOST = 5;

    List<String> of(List<Problem> problems) {
        var lines = new ArrayList<String>();
        lines.add(ansi.string("@|red ✘|@ the code does not compile, so no test could run"));
        problems.stream().limit(MOST).forEach(problem -> add(problem, lines));
        if (problems.size() > MOST) {
            lines.add("");
            lines.add("    and %s more".formatted(problems.size() - MOST));
        }
        return lines;
    }

    private void add(Problem problem, List<String> lines) {
        lines.add("");
        lines.add("    " + places.of(problem));
        for (var line : problem.message().lines().toList()) {
            TerminalProse.wrap(line, width - 4).forEach(part -> lines.add("    " + part));
        }
        var source = sourceLine(problem);
        if (!source.isEmpty()) {
            lines.add(ansi.string("    @|faint >|@ ") + TerminalProse.cut(source, width - 6));
        }
        if (!places.areTheParticipants(problem.file())) {
            lines.add("    A test needs this: was the name or the signature of a method changed?");
        }
    }

    private static String sourceLine(Problem problem) {
        try {
            return Files.readAllLines(problem.file()).get((int) problem.line() - 1).strip();
        } catch (IOException | IndexOutOfBoundsException _) {
            return "";
        }
    }
}
