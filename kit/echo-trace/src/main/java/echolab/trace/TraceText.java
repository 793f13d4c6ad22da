package echolab.trace;

import echolab.process.Digits;

/// A trace as lines of text: the same rows as the picture, each with its moment and who did it.
public final class TraceText {

    private TraceText() {}

    /// Lines of at most 80 columns.
    public static String render(Trace trace) {
        var story = new Story(trace);
        var text = new StringBuilder("      ms  who                 what\n");
        for (var row = 0; row < story.moments().size(); row++) {
            if (story.pauseBefore(row) > 0) {
                text.append("          ┄\n");
            }
            var moment = story.moments().get(row);
            var wording = Wording.of(trace, moment);
            var client = moment instanceof Moment.Client;
            text.append(
                    Digits.in(
                            "%8.2f  %-18s  %s%s%n",
                            story.millis(moment),
                            moment.thread().map(Lane::name).orElse("client " + wording.letters()),
                            mark(moment),
                            client ? wording.text() : wording.line()));
        }
        return text.toString();
    }

    /// What a thread sleeps in begins with one sign and ends with another.
    private static String mark(Moment moment) {
        return switch (moment) {
            case Moment.Calling(_, _, var stage) when stage == Moment.Stage.BEGIN -> "┌ ";
            case Moment.Calling(_, _, var stage) when stage == Moment.Stage.END -> "└ ";
            default -> "  ";
        };
    }
}
