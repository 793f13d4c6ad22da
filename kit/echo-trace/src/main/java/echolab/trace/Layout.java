package echolab.trace;

/// Where does what stand in the picture? Rows go down, lanes to the right; a pause that is cut short takes a little room.
final class Layout {

    static final int ROW = 19;
    static final int HEAD = 40;
    static final int TIME = 40;
    static final int PAUSE = 17;

    private static final int LIFELINE = 20;
    private static final int WORDS = 74;
    private static final int ONLY_LANE = 150;
    private static final int LANE = 138;

    private final Trace trace;
    private final double[] rows;
    private final double bottom;

    Layout(Story story) {
        this.trace = story.trace();
        this.rows = new double[story.moments().size()];
        var y = (double) HEAD;
        for (var i = 0; i < rows.length; i++) {
            y += story.pauseBefore(i) > 0 ? PAUSE : 0;
            rows[i] = y;
            y += ROW;
        }
        this.bottom = y;
    }

    int rows() {
        return rows.length;
    }

    double top(int row) {
        return rows[row];
    }

    double middle(int row) {
        return rows[row] + (ROW - 3) / 2.0;
    }

    double bottom() {
        return bottom;
    }

    double clientX(int client) {
        return TIME + LIFELINE * (client + 0.5);
    }

    /// Where what a client does is said in a word.
    double words() {
        return TIME + LIFELINE * trace.ports().size() + 6.0;
    }

    /// Where the longest of these words ends.
    double wordsEnd() {
        return words() + 48;
    }

    double left(Lane lane) {
        return edge(trace.lanes().indexOf(lane));
    }

    /// Where the last lane ends.
    double right() {
        return edge(trace.lanes().size()) - 8;
    }

    double firstLane() {
        return edge(0);
    }

    int laneWidth() {
        return trace.lanes().size() == 1 ? ONLY_LANE : LANE;
    }

    private double edge(int index) {
        return TIME + LIFELINE * trace.ports().size() + WORDS + index * (laneWidth() + 8.0);
    }
}
