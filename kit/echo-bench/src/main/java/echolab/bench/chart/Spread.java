package echolab.bench.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Where do labels go that would lie on each other?
///
/// Labels that meet become a stack, and a stack stands around the middle of the places that its labels would have had:
/// half of them moves up, half down. Pushing each below the one before was tried: all end far below their lines.
final class Spread {

    /// Labels one below the other.
    ///
    /// @param wish where its first label would be if all could have their own place: the mean of their wishes
    private record Stack(double wish, int labels) {

        Stack with(Stack below, double gap) {
            var moved = below.wish - labels * gap;
            var all = labels + below.labels;
            return new Stack((wish * labels + moved * below.labels) / all, all);
        }

        double end(double gap) {
            return wish + labels * gap;
        }

        Stack within(double from, double to, double gap) {
            return new Stack(Math.max(from, Math.min(wish, to - (labels - 1) * gap)), labels);
        }
    }

    private Spread() {}

    /// Moves places apart until each two are `gap` from each other at least. Where all do not fit, they are squeezed evenly.
    ///
    /// @param places in order, smallest first
    static List<Double> apart(List<Double> places, double gap, double from, double to) {
        var room = places.size() > 1 ? Math.min(gap, (to - from) / (places.size() - 1)) : gap;
        var moved = new ArrayList<Double>();
        for (var stack : stacks(places, room, from, to)) {
            for (var i = 0; i < stack.labels(); i++) {
                moved.add(stack.wish() + i * room);
            }
        }
        return moved;
    }

    private static Deque<Stack> stacks(List<Double> places, double gap, double from, double to) {
        var stacks = new ArrayDeque<Stack>();
        for (var place : places) {
            var next = new Stack(place, 1).within(from, to, gap);
            while (!stacks.isEmpty() && next.wish() < stacks.getLast().end(gap)) {
                next = stacks.removeLast().with(next, gap).within(from, to, gap);
            }
            stacks.addLast(next);
        }
        return stacks;
    }
}
