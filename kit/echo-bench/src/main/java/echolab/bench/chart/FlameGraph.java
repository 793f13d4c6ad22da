package echolab.bench.chart;

import echolab.bench.result.CallTree;
import echolab.bench.result.CallTree.Frame;
import echolab.process.Digits;
import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;
import java.util.EnumSet;
import java.util.Set;

/// Stacks as a flame graph that hangs down: a frame is as wide as the share of the samples that it was in, and lies below the one
/// that called it. From left to right is no time: what a frame called stands by name (Brendan Gregg, *The Flame Graph*,
/// Communications of the ACM 59, 2016).
public final class FlameGraph {

    private static final double WIDTH = 1100;
    private static final double ROW = 18;
    private static final int LETTERS = 12;
    private static final double THINNEST = 1.5;
    private static final double KEY = 150;

    private final Svg svg = new Svg();
    private final Set<Ink> explained = EnumSet.noneOf(Ink.class);
    private final long all;
    private double depth;

    private FlameGraph(long all) {
        this.all = all;
    }

    /// @param title what it shows, for those who can't see it
    public static String of(CallTree stacks, String title) {
        var graph = new FlameGraph(stacks.samples());
        graph.draw(stacks, 0, 1.5 * ROW);
        return graph.svg.render(WIDTH, graph.depth, title, "");
    }

    private void draw(CallTree caller, double left, double top) {
        depth = Math.max(depth, top);
        var x = left;
        for (var call : caller.calls().entrySet()) {
            var width = WIDTH * call.getValue().samples() / all;
            if (width >= THINNEST) {
                frame(call.getKey(), call.getValue().samples(), new At(x, top), width);
                draw(call.getValue(), x, top + ROW);
            }
            x += width;
        }
    }

    private void frame(Frame frame, long samples, At corner, double width) {
        var tip = Digits.in("%s: %.1f %%", frame.name(), 100.0 * samples / all);
        svg.rect(ink(frame).fill(), 2, corner, width - 0.5, ROW - 1, tip);
        var text = frame.shortened();
        if (Svg.width(text, LETTERS) < width - 6) {
            svg.text(Ink.TEXT.letters(LETTERS), corner.plus(3, ROW - 5), "start", text);
        }
    }

    private Ink ink(Frame frame) {
        return switch (frame.layer()) {
            case KERNEL -> explained(Ink.PALE_ORANGE, "the kernel");
            case NATIVE -> explained(Ink.PALE_OLIVE, "native code");
            case JAVA ->
                    frame.name().startsWith("echolab.")
                            ? explained(Ink.PALE_BLUE, "Java of Echo Lab")
                            : explained(Ink.PALEST_GREY, "other Java");
        };
    }

    /// The key, above the stacks, has the colours that are there.
    private Ink explained(Ink ink, String words) {
        if (explained.add(ink)) {
            var box = new At(KEY * (explained.size() - 1), 0);
            svg.rect(ink.fill(), 2, box, ROW, ROW - 1, "");
            svg.text(Ink.TEXT.letters(LETTERS), box.plus(ROW + 4, ROW - 5), "start", words);
        }
        return ink;
    }
}
