package echolab.browser;

/// The circumstances in which a page is looked at.
///
/// @param width of the window in CSS pixels
/// @param height of the window in CSS pixels
/// @param dark whether the reader prefers dark colours
/// @param print whether it is laid out for paper
public record View(int width, int height, boolean dark, boolean print) {

    public static final View DESKTOP = new View(1280, 900, false, false);

    /// The narrowest phones in wide use.
    public static final View PHONE = new View(375, 812, false, false);

    public static final View PAPER = new View(794, 1123, false, true);

    public View inDark() {
        return new View(width, height, true, print);
    }
}
