package echolab.book.picture;

import echolab.book.picture.Node.Point;
import echolab.process.Digits;
import java.util.function.Function;

/// The line of an arrow, from the border of one box to the border of another: a quadratic curve, straight when its bend is 0.
/// An arrow from a box to itself leaves at its right and comes back from above.
///
/// @param start where it begins
/// @param control what it bends towards
/// @param end where its head is
record Curve(Point start, Point control, Point end) {

    private static final double HEAD = 9;

    static Curve of(Picture picture, Arrow arrow, Function<Node, Point> places) {
        var from = picture.nodes().get(arrow.from());
        var to = picture.nodes().get(arrow.to());
        var a = places.apply(from);
        var b = places.apply(to);
        if (from == to) {
            var right = new Point(a.x() + from.width() / 2 + 3, a.y());
            var above = new Point(a.x() + from.width() / 4, a.y() - from.height() / 2 - 3);
            return new Curve(
                    right,
                    new Point(a.x() + from.width() / 2 + 34, a.y() - from.height() - 14),
                    above);
        }
        var length = Math.hypot(b.x() - a.x(), b.y() - a.y());
        var bend = bend(picture, arrow);
        var control =
                new Point(
                        (a.x() + b.x()) / 2 + (b.y() - a.y()) / length * bend * 2,
                        (a.y() + b.y()) / 2 - (b.x() - a.x()) / length * bend * 2);
        return new Curve(from.border(a, control), control, to.border(b, control));
    }

    /// Two arrows between the same boxes, there and back, keep apart without being told.
    private static double bend(Picture picture, Arrow arrow) {
        var back =
                picture.arrows().stream()
                        .anyMatch(other ->
                                other.from().equals(arrow.to()) && other.to().equals(arrow.from()));
        return arrow.bend() == 0 && back ? 16 : arrow.bend();
    }

    String path() {
        return Digits.in(
                "M%.1f %.1f Q%.1f %.1f %.1f %.1f",
                start.x(), start.y(), control.x(), control.y(), end.x(), end.y());
    }

    /// The three corners of the arrow's head.
    String head() {
        var length = Math.max(1, Math.hypot(end.x() - control.x(), end.y() - control.y()));
        var dx = (end.x() - control.x()) / length;
        var dy = (end.y() - control.y()) / length;
        var baseX = end.x() - dx * HEAD;
        var baseY = end.y() - dy * HEAD;
        return Digits.in(
                "%.1f,%.1f %.1f,%.1f %.1f,%.1f",
                end.x(),
                end.y(),
                baseX - dy * HEAD / 2,
                baseY + dx * HEAD / 2,
                baseX + dy * HEAD / 2,
                baseY - dx * HEAD / 2);
    }

    /// The middle of the curve, a little lower: the base line of a text there.
    Point label() {
        return new Point(
                (start.x() + 2 * control.x() + end.x()) / 4,
                (start.y() + 2 * control.y() + end.y()) / 4 + 4);
    }
}
