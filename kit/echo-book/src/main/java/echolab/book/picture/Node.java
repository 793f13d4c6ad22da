package echolab.book.picture;

/// A box of a picture.
///
/// @param id by which arrows name it
/// @param column of the grid, from 0; a part of one puts it between two
/// @param row of the grid, from 0
/// @param title what it is
/// @param text more about it, may be empty
/// @param waits whether it does nothing now but wait: its border is dashed
record Node(
        String id, Kind kind, double column, double row, String title, String text, boolean waits) {

    private static final int HIGH = 50;
    private static final int LOW = 34;

    /// A rough measure is enough: boxes have room at both sides.
    double width() {
        var capitals = title.chars().filter(Character::isUpperCase).count();
        var titleWidth = title.length() * 7.9 + capitals * 2.5;
        return Math.max(84, Math.max(titleWidth, text.length() * 6.6) + 26);
    }

    double height() {
        return text.isEmpty() ? LOW : HIGH;
    }

    /// Where a line from the middle of this box towards a point leaves it.
    Point border(Point middle, Point towards) {
        var dx = towards.x() - middle.x();
        var dy = towards.y() - middle.y();
        if (dx == 0 && dy == 0) {
            return middle;
        }
        var scale =
                Math.min(
                        dx == 0 ? Double.MAX_VALUE : (width() / 2 + 3) / Math.abs(dx),
                        dy == 0 ? Double.MAX_VALUE : (height() / 2 + 3) / Math.abs(dy));
        return new Point(middle.x() + dx * scale, middle.y() + dy * scale);
    }

    record Point(double x, double y) {}
}
