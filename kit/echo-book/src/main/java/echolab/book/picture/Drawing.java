package echolab.book.picture;

import echolab.book.picture.Picture.Arrow;
import echolab.book.picture.Picture.Band;
import echolab.book.picture.Picture.Box;
import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Draws a picture as SVG.
public final class Drawing {

    private static final int MARGIN = 12;
    private static final int TITLE = 14;
    private static final int LETTERS = 12;

    /// Two arrows between the same boxes, there and back, keep apart without being told.
    private static final double THERE_AND_BACK = 16;

    private final Svg svg = new Svg();
    private final Picture picture;
    private final double left;
    private double top;

    private Drawing(Picture picture) {
        this.picture = picture;
        this.left =
                MARGIN
                        + boxes().mapToDouble(b -> width(b) / 2 - b.column() * picture.cellWidth())
                                .max()
                                .orElse(0);
        this.top = boxes().anyMatch(b -> b.row() < 0.5 && !b.text().isEmpty()) ? 42 : 36;
        this.top += Math.max(0, labels().mapToDouble(at -> 16 - at.y()).max().orElse(0));
    }

    /// @param lines what `Picture` describes
    /// @param alt what it shows, for those who cannot see it
    public static String svg(List<String> lines, String alt) {
        return new Drawing(Picture.parse(lines)).draw(alt);
    }

    private String draw(String alt) {
        picture.bands().forEach(this::band);
        picture.arrows().forEach(this::arrow);
        boxes().forEach(this::box);
        // above the lines, so that none runs through a text
        picture.arrows().stream().filter(arrow -> !arrow.label().isEmpty()).forEach(this::label);
        return svg.render(width(), height(), alt, "");
    }

    private double width() {
        var boxes = boxes().mapToDouble(box -> middle(box).x() + width(box) / 2);
        var labels = labels().mapToDouble(At::x);
        return DoubleStream.concat(boxes, labels).max().orElse(0) + MARGIN;
    }

    private double height() {
        var boxes = boxes().mapToDouble(box -> middle(box).y() + height(box) / 2 + 10);
        var bands = picture.bands().stream().mapToDouble(band -> bottom(band) + 1);
        var labels = labels().mapToDouble(at -> at.y() + 6);
        return DoubleStream.concat(DoubleStream.concat(boxes, bands), labels).max().orElse(0)
                + MARGIN;
    }

    private Stream<Box> boxes() {
        return picture.boxes().values().stream();
    }

    private Stream<At> labels() {
        return picture.arrows().stream()
                .filter(arrow -> !arrow.label().isEmpty())
                .map(arrow -> curve(arrow).label());
    }

    /// Capitals are wide, and titles are bold.
    private static double width(Box box) {
        var capitals = box.title().chars().filter(Character::isUpperCase).count();
        var title = Svg.width(box.title(), TITLE - 1) + capitals * 2.5;
        return Math.max(84, Math.max(title, Svg.width(box.text(), LETTERS - 1)) + 26);
    }

    private static double height(Box box) {
        return box.text().isEmpty() ? 34 : 50;
    }

    private At middle(Box box) {
        return new At(left + box.column() * picture.cellWidth(), y(box.row()));
    }

    private double y(double row) {
        return top + row * picture.cellHeight();
    }

    private double top(Band band) {
        return y(band.first()) - 33;
    }

    private double bottom(Band band) {
        return y(band.last()) + 45;
    }

    private void band(Band band) {
        var corner = new At(2, top(band));
        svg.rect(Ink.BAND.fill(), 6, corner, width() - 4, bottom(band) - top(band), "");
        svg.text(
                Ink.FAINT.letters(LETTERS) + " font-style=\"italic\"",
                new At(width() - 12, bottom(band) - 7),
                "end",
                band.label());
    }

    private void box(Box box) {
        var at = middle(box);
        var kind = box.kind();
        var wide = width(box);
        var high = height(box);
        if (kind != BoxKind.NOTE) {
            var look = kind.look() + (box.waits() ? Svg.dashed("5 4") : "");
            var corner = at.plus(-wide / 2, -high / 2);
            svg.rect(look, Math.min(kind.corner(), high / 2), corner, wide, high, "");
        }
        var title = at.plus(0, box.text().isEmpty() ? 5 : -3);
        var letters = kind == BoxKind.NOTE ? Ink.TEXT.letters(TITLE) : Ink.TEXT.bold(TITLE);
        svg.text(letters, title, "middle", box.title());
        if (!box.text().isEmpty()) {
            svg.text(Ink.TEXT.letters(LETTERS), at.plus(0, 14), "middle", box.text());
        }
    }

    private void arrow(Arrow arrow) {
        var line = curve(arrow);
        var look = Ink.FAINT.stroke(1.5) + (arrow.waits() ? Svg.dashed("5 4") : "");
        svg.curve(look, line.start(), line.control(), line.end());
        svg.head(Ink.FAINT, line.control(), line.end());
    }

    /// Its ground is that of what it lies on.
    private void label(Arrow arrow) {
        var at = curve(arrow).label();
        var wide = Svg.width(arrow.label(), LETTERS - 1) + 8;
        var onBand =
                picture.bands().stream()
                        .anyMatch(band -> at.y() - 4 > top(band) && at.y() - 4 < bottom(band));
        var ground = onBand ? Ink.BAND : Ink.GROUND;
        svg.rect(ground.fill(), 3, at.plus(-wide / 2, -12.5), wide, 17, "");
        svg.text(Ink.TEXT.letters(LETTERS), at, "middle", arrow.label());
    }

    /// The line of an arrow, a quadratic curve.
    ///
    /// @param control what it bends towards
    private record Curve(At start, At control, At end) {

        /// The middle of the curve, a little lower: the base line of a text there.
        At label() {
            return new At(
                    (start.x() + 2 * control.x() + end.x()) / 4,
                    (start.y() + 2 * control.y() + end.y()) / 4 + 4);
        }
    }

    /// From the border of one box to that of another. An arrow from a box to itself leaves at its right and comes back from above.
    private Curve curve(Arrow arrow) {
        var from = middle(arrow.from());
        var to = middle(arrow.to());
        if (arrow.from() == arrow.to()) {
            var wide = width(arrow.from());
            var high = height(arrow.from());
            return new Curve(
                    from.plus(wide / 2 + 3, 0),
                    from.plus(wide / 2 + 34, -high - 14),
                    from.plus(wide / 4, -high / 2 - 3));
        }
        var back =
                picture.arrows().stream()
                        .anyMatch(
                                other -> other.from() == arrow.to() && other.to() == arrow.from());
        var bend = arrow.bend() == 0 && back ? THERE_AND_BACK : arrow.bend();
        var x = to.x() - from.x();
        var y = to.y() - from.y();
        var aside = bend * 2 / Math.hypot(x, y);
        var control = from.plus(x / 2 + y * aside, y / 2 - x * aside);
        return new Curve(border(arrow.from(), control), control, border(arrow.to(), control));
    }

    /// Where a line from the middle of a box towards a place leaves it.
    private At border(Box box, At towards) {
        var middle = middle(box);
        var x = towards.x() - middle.x();
        var y = towards.y() - middle.y();
        if (x == 0 && y == 0) {
            return middle;
        }
        var share =
                Math.min((width(box) / 2 + 3) / Math.abs(x), (height(box) / 2 + 3) / Math.abs(y));
        return middle.plus(x * share, y * share);
    }
}
