package echolab.bench.chart;

import echolab.bench.result.CallTree;
import echolab.bench.result.CallTree.Frame;
import echolab.process.Digits;
import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;

/// Stacks as a flame graph that hangs down: a frame is as wide as the share of the samples that it was in, and lies below the one
/// that called it. From left to right is no time: what a frame called stands by name (Brendan Gregg, *The Flame Graph*,
/// Communications of the ACM 59, 2016).
public final class FlameGraph {

    private static final double WIDTH = 1100;
    private static final double ROW = 18;
    private static final int LETTERS = 12;
    private static final double THINNEST = 1.5;

    private final Svg svg = new Svg();
    private final long all;
    private double depth;

    private FlameGraph(long all) {
        this.all = all;
    }

    /// @param title what it shows, for those who can't see it
    public static String of(CallTree stacks, String title) {
        var graph = new FlameGraph(stacks.samples());
        graph.draw(stacks, 0, 0);
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

    /// What is ours, what is a call out of Java, and the rest, which is the JDK's.
    private static Ink ink(Frame frame) {
        return frame.isNative()
                ? Ink.PALE_ORANGE
                : frame.name().startsWith("echolab.") ? Ink.PALE_BLUE : Ink.PALEST_GREY;
    }
}
