package echolab.walk;

import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;
import echolab.walk.Recording.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// One frame of a recording, for paper and for pages without a script: the code with the line that runs, and the stack. It is the first at which
/// the scene asks something.
public final class WalkPicture {

    private static final int WIDTH = 700;
    private static final int CODE = 470;
    private static final int ROW = 16;
    private static final int ROWS = 15;
    private static final int LETTERS = 66;
    private static final String MONO = " font-family=\"monospace\"";

    private WalkPicture() {}

    public static String svg(Recording recording) {
        var steps = recording.steps();
        var asked =
                steps.stream()
                        .filter(step -> step.thread() >= 0 && !step.question().isEmpty())
                        .findFirst()
                        .orElseGet(() ->
                                steps.stream()
                                        .filter(step -> step.thread() >= 0)
                                        .findFirst()
                                        .orElseThrow());
        var stack = recording.stack(asked.frame());
        var svg = new Svg();
        code(svg, recording, stack.getFirst());
        stack(svg, recording.threads().get(asked.thread()), stack);
        return svg.render(
                WIDTH,
                ROWS * ROW + 40,
                "Step %s of %s".formatted(steps.indexOf(asked) + 1, steps.size()),
                "The thread %s is at line %s, in %s."
                        .formatted(
                                recording.threads().get(asked.thread()),
                                stack.getFirst().line(),
                                stack.getFirst().method()));
    }

    private static void code(Svg svg, Recording recording, Frame frame) {
        var file = new ArrayList<>(recording.files().keySet()).get(frame.file());
        NavigableMap<Integer, String> lines = new TreeMap<>(recording.files().get(file));
        svg.text(Ink.TEXT.bold(12), new At(8, 16), "start", file);
        svg.rect(Ink.BAND.fill(), 4, new At(0, 26), CODE, ROWS * ROW + 8, "");
        var y = 42;
        for (var line : around(lines, frame.line())) {
            var runs = line == frame.line();
            if (runs) {
                svg.rect(
                        Ink.PALE_OLIVE.fill(),
                        0,
                        new At(0, y - 12),
                        CODE,
                        ROW,
                        "the line that runs");
            }
            var text = lines.get(line);
            var shown = text.length() > LETTERS ? text.substring(0, LETTERS - 1) + "…" : text;
            var indent = shown.length() - shown.stripLeading().length();
            svg.text(
                    (runs ? Ink.TEXT : Ink.FAINT).letters(10) + MONO,
                    new At(26, y),
                    "end",
                    String.valueOf(line));
            svg.text(
                    Ink.TEXT.letters(10) + MONO,
                    new At(30 + 6.1 * indent, y),
                    "start",
                    shown.strip());
            y += ROW;
        }
    }

    private static List<Integer> around(NavigableMap<Integer, String> lines, int line) {
        var before =
                lines.headMap(line, false).descendingKeySet().stream().limit(ROWS / 2).toList();
        var after =
                lines.tailMap(line, true).keySet().stream().limit(ROWS - before.size()).toList();
        var around = new ArrayList<>(before.reversed());
        around.addAll(after);
        return around;
    }

    private static void stack(Svg svg, String thread, List<Frame> stack) {
        svg.text(Ink.TEXT.bold(12), new At(CODE + 14, 16), "start", thread);
        svg.rect(
                Ink.ORANGE.around(Ink.GROUND, 1.5),
                4,
                new At(CODE + 12, 27),
                214,
                stack.size() * ROW + 10,
                "");
        var y = 43;
        for (var frame : stack) {
            svg.text(Ink.TEXT.letters(10) + MONO, new At(CODE + 20, y), "start", frame.method());
            y += ROW;
        }
    }
}
