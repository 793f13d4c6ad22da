package echolab.book.picture;

import echolab.svg.Ink;

/// The kinds of things in the pictures of the book. Each has the same look on every page; the preface explains them.
enum BoxKind {
    CLIENT(Ink.GROUND, Ink.FAINT, 8),
    THREAD(Ink.PALE_BLUE, Ink.BLUE, 8),
    TASK(Ink.PALE_VIOLET, Ink.VIOLET, 8),
    SOCKET(Ink.PALE_GREEN, Ink.GREEN, 22),
    QUEUE(Ink.PALE_OLIVE, Ink.ORANGE, 2),
    STATE(Ink.GROUND, Ink.TEXT, 22),
    CODE(Ink.BAND, Ink.FAINT, 2),
    /// Words without a box.
    NOTE(Ink.GROUND, Ink.GROUND, 0);

    private final Ink inside;
    private final Ink border;
    private final int corner;

    BoxKind(Ink inside, Ink border, int corner) {
        this.inside = inside;
        this.border = border;
        this.corner = corner;
    }

    String look() {
        return border.around(inside, 1.5);
    }

    int corner() {
        return corner;
    }
}
