package echolab.contract;

import echolab.contract.CaseResult.Outcome;
import echolab.contract.Matrix.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// How does a matrix of 30 cases and 16 subjects fit on a terminal of 80 columns? A subject is a letter over a column; what each
/// letter stands for is below, and then what was seen where a case is broken.
public final class MatrixTable {

    private static final int WIDTH = 80;
    private static final int LINES_SHOWN = 4;

    private final Matrix matrix;
    private final Ansi ansi;
    private final int nameWidth;

    public MatrixTable(Matrix matrix, Ansi ansi) {
        this.matrix = matrix;
        this.ansi = ansi;
        this.nameWidth = Math.max(20, WIDTH - 2 * matrix.subjects().size());
    }

    public String render() {
        var lines = new ArrayList<String>();
        lines.add(pad("") + heads());
        matrix.cases().forEach(name -> addRow(lines, name));
        lines.add("");
        addLegend(lines);
        addBroken(lines);
        return ansi.string(String.join("\n", lines) + "\n");
    }

    private String heads() {
        return matrix.subjects().stream()
                .map(held -> " " + letter(held))
                .collect(Collectors.joining());
    }

    private char letter(Held held) {
        return (char) ('a' + matrix.subjects().indexOf(held));
    }

    /// A name that is too long goes on in the lines below; the marks stand in its first.
    private void addRow(List<String> lines, String name) {
        var parts = Text.wrap(name, nameWidth - 1);
        lines.add(pad(parts.getFirst()) + marks(name));
        parts.stream().skip(1).forEach(part -> lines.add("  " + part));
    }

    private String pad(String text) {
        return text + " ".repeat(Math.max(0, nameWidth - text.length()));
    }

    private String marks(String name) {
        return matrix.subjects().stream()
                .map(held -> " " + held.of(name).map(it -> it.outcome().styledMark()).orElse(" "))
                .collect(Collectors.joining());
    }

    private void addLegend(List<String> lines) {
        for (var held : matrix.subjects()) {
            lines.add("%c %-15s %s".formatted(letter(held), held.name(), held.summary()));
        }
    }

    private void addBroken(List<String> lines) {
        for (var held : matrix.subjects()) {
            held.cases().stream()
                    .filter(result -> result.outcome() == Outcome.BROKEN)
                    .forEach(result -> addBroken(lines, held, result));
        }
    }

    private static void addBroken(List<String> lines, Held held, CaseResult result) {
        lines.add("");
        Text.wrap(held.name() + " breaks: " + result.name(), WIDTH - 1).forEach(lines::add);
        result.seen()
                .lines()
                .filter(line -> !line.isBlank())
                .flatMap(line -> Text.wrap(line.strip(), WIDTH - 3).stream())
                .limit(LINES_SHOWN)
                .forEach(line -> lines.add("  " + line));
    }
}
