package echolab.book.macro;

import echolab.process.Digits;
import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the boxes and arrows of a trace mean, drawn beneath it: of the boxes only those that it has.
final class TraceKey {

    private static final Pattern SIZE =
            Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\" width=\"\\d+\"( height=\"\\d+\")?");
    private static final int ROW = 19;
    private static final int COLUMN = 280;
    private static final int LETTERS = 11;
    private static final int SAMPLE = 20;
    private static final int EDGE = 8;
    private static final Map<Ink, String> BOXES = new EnumMap<>(Ink.class);

    static {
        BOXES.put(Ink.PALE_BLUE, "takes what a client sent");
        BOXES.put(Ink.PALE_ORANGE, "sends to a client");
        BOXES.put(Ink.PALE_VIOLET, "tells epoll what to watch");
        BOXES.put(Ink.PALE_TEAL, "was woken by another thread");
        BOXES.put(Ink.PALE_PINK, "wakes another thread");
        BOXES.put(Ink.PALE_GREY, "asks who is ready, and is told");
        BOXES.put(Ink.PALEST_GREY, "sleeps in a call");
    }

    private final Svg svg = new Svg();
    private final int columns;
    private final int top;
    private int entries;

    private TraceKey(int columns, int top) {
        this.columns = columns;
        this.top = top;
    }

    static String under(String trace) {
        var size = SIZE.matcher(trace);
        if (!size.find()) {
            return trace;
        }
        var width = Integer.parseInt(size.group(1));
        var key = new TraceKey(Math.max(1, width / COLUMN), Integer.parseInt(size.group(2)));
        BOXES.forEach((ink, words) -> {
            if (trace.contains(ink.fill())) {
                var at = key.next(words);
                key.svg.rect(ink.fill(), 3, at.plus(0, -10), SAMPLE, 12, "");
            }
        });
        var wakes = key.next("wakes the thread").plus(0, -4);
        key.arrow(wakes, wakes.plus(SAMPLE, 0));
        var echo = key.next("the echo").plus(0, -4);
        key.arrow(echo.plus(SAMPLE, 0), echo);
        var sized =
                Digits.in(
                        "viewBox=\"0 0 %1$s %2$s\" width=\"%1$s\" height=\"%2$s\"", width, key.y());
        return size.replaceFirst(Matcher.quoteReplacement(sized))
                .replace("</svg>", key.svg.shapes() + "</svg>");
    }

    /// Where the next row is.
    private int y() {
        return top + ROW + (entries + columns - 1) / columns * ROW;
    }

    /// @return where the sample of the next entry stands
    private At next(String words) {
        var at = new At(EDGE + entries % columns * COLUMN, top + ROW + entries / columns * ROW);
        svg.text(Ink.TEXT.letters(LETTERS), at.plus(SAMPLE + EDGE, 0), "start", words);
        entries++;
        return at;
    }

    private void arrow(At from, At to) {
        svg.line(Ink.BLUE.stroke(1.6), from, to).head(Ink.BLUE, from, to);
    }
}
