package echolab.walk;

import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;
import echolab.walk.Recording.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One frame of a recording, for paper and for pages without a script: the code with the line that runs, and the stack. It is the first at which
/// the scene asks something.
public final class WalkPicture {

    private static final int WIDTH = 700;
    private static final int CODE = 470;
    private static final int ROW = 16;
    private static final int ROWS = 15;
    private static final int LETTERS = 66;

    private final Svg svg = new Svg();

    private WalkPicture() {}

    public static String svg(Recording recording) {
        var steps = recording.steps();
        var asked =
                steps.stream()
                        .filter(step -> step.thread() >= 0)
                        .min(Comparator.comparing(step -> step.question().isEmpty()))
                        .orElseThrow();
        var thread = recording.threads().get(asked.thread());
        var stack = new ArrayList<Frame>();
        for (var at = asked.frame(); at >= 0; at = stack.getLast().caller()) {
            stack.add(recording.frames().get(at));
        }
        var top = stack.getFirst();
        var picture = new WalkPicture();
        picture.code(recording, top);
        picture.stack(thread, stack);
        return picture.svg.render(
                WIDTH,
                ROWS * ROW + 40,
                "Step %s of %s".formatted(steps.indexOf(asked) + 1, steps.size()),
                "The thread %s is at line %s, in %s.".formatted(thread, top.line(), top.method()));
    }

    private void code(Recording recording, Frame frame) {
        var file = List.copyOf(recording.files().keySet()).get(frame.file());
        var lines = recording.files().get(file);
        var numbers = List.copyOf(lines.keySet());
        var from = Math.max(0, numbers.indexOf(frame.line()) - ROWS / 2);
        svg.text(Ink.TEXT.bold(12), new At(8, 16), "start", file);
        svg.rect(Ink.BAND.fill(), 4, new At(0, 26), CODE, ROWS * ROW + 8, "");
        var y = 42;
        for (var number : numbers.subList(from, Math.min(from + ROWS, numbers.size()))) {
            var runs = number == frame.line();
            if (runs) {
                var row = new At(0, y - 12);
                svg.rect(Ink.PALE_OLIVE.fill(), 0, row, CODE, ROW, "the line that runs");
            }
            var line = lines.get(number);
            var shown = line.length() > LETTERS ? line.substring(0, LETTERS - 1) + "…" : line;
            var indent = shown.length() - shown.stripLeading().length();
            write(runs ? Ink.TEXT : Ink.FAINT, new At(26, y), "end", String.valueOf(number));
            write(Ink.TEXT, new At(30 + 6.1 * indent, y), "start", shown.strip());
            y += ROW;
        }
    }

    private void stack(String thread, List<Frame> stack) {
        svg.text(Ink.TEXT.bold(12), new At(CODE + 14, 16), "start", thread);
        var look = Ink.ORANGE.around(Ink.GROUND, 1.5);
        svg.rect(look, 4, new At(CODE + 12, 27), 214, stack.size() * ROW + 10, "");
        var y = 43;
        for (var frame : stack) {
            write(Ink.TEXT, new At(CODE + 20, y), "start", frame.method());
            y += ROW;
        }
    }

    private void write(Ink ink, At at, String anchor, String text) {
        svg.text(ink.letters(10) + " font-family=\"monospace\"", at, anchor, text);
    }
}
