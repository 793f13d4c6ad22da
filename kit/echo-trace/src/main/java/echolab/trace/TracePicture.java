package echolab.trace;

import echolab.process.Digits;
import echolab.svg.Ink;
import echolab.svg.Svg;
import echolab.svg.Svg.At;
import echolab.trace.ClientEvent.Action;
import echolab.trace.Moment.Stage;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// A trace as a picture, time running down: the clients at the left, a lane for each thread, a row for each thing that
/// happens, an arrow for each cause.
///
/// ```
///   ms    A B C            selector-loop
///                          ┌────────────┐
///                          │ epoll_wait │   pale: it sleeps
///   0.0   ○──connects─────▶│ new conn.. │   solid: it returns
///   0.2                    │ accept   A │
/// ```
///
/// Time runs down because calls have names: side by side they would need a page as wide as a wall. A pause that is cut short
/// takes a little room.
public final class TracePicture {

    private static final double ROW = 19;
    private static final double BOX = ROW - 3;
    private static final double HEAD = 40;
    private static final double TIME = 40;
    private static final double PAUSE = 17;
    private static final double LIFELINE = 20;
    private static final double WORDS = 74;
    private static final double LONGEST_WORD = 48;
    private static final double GAP = 8;
    private static final double EDGE = 6;
    private static final int LETTERS = 11;
    private static final int SMALL = 9;

    private final Trace trace;
    private final Story story;
    private final Svg svg = new Svg();
    private final double words;
    private final double lanes;
    private final double laneWidth;
    private final double[] tops;
    private final double bottom;

    private TracePicture(Trace trace) {
        this.trace = trace;
        this.story = new Story(trace);
        this.words = TIME + LIFELINE * trace.ports().size() + 6;
        this.lanes = words - 6 + WORDS;
        this.laneWidth = trace.lanes().size() == 1 ? 150 : 138;
        this.tops = new double[story.moments().size()];
        var y = HEAD;
        for (var row = 0; row < tops.length; row++) {
            tops[row] = y + (story.pauseBefore(row) > 0 ? PAUSE : 0);
            y = tops[row] + ROW;
        }
        this.bottom = y;
    }

    /// The same picture for any server.
    public static String svg(Trace trace) {
        return new TracePicture(trace).render();
    }

    private String render() {
        trace.lanes().forEach(this::lane);
        trace.lanes().forEach(this::sleeps);
        svg.text(Ink.FAINT.letters(SMALL), new At(TIME - EDGE, HEAD - 10), "end", "ms");
        for (var client = 0; client < trace.ports().size(); client++) {
            lifeline(client);
        }
        for (var row = 0; row < tops.length; row++) {
            row(row);
        }
        Arrow.of(story).forEach(this::arrow);
        var title =
                "What %s did; threads: %s, rows of time: %s"
                        .formatted(trace.server(), trace.lanes().size(), tops.length);
        return svg.render(edge(trace.lanes().size()) - GAP + 2, bottom + 8, title, "");
    }

    private double middle(int row) {
        return tops[row] + BOX / 2;
    }

    private double x(int client) {
        return TIME + LIFELINE * (client + 0.5);
    }

    private double left(Lane lane) {
        return edge(trace.lanes().indexOf(lane));
    }

    private double left(Call call) {
        return left(trace.laneOf(call));
    }

    private double edge(int lane) {
        return lanes + lane * (laneWidth + GAP);
    }

    private void lane(Lane lane) {
        var corner = new At(left(lane), HEAD - EDGE);
        var middle = corner.plus(laneWidth / 2, 0);
        box(Ink.BAND, corner, laneWidth, bottom - HEAD + 10, "thread " + lane.name());
        svg.text(Ink.TEXT.bold(12), middle.plus(0, -16), "middle", lane.name());
        svg.text(Ink.FAINT.letters(SMALL), middle.plus(0, -4), "middle", "thread");
    }

    /// A client's line goes from its first event to its last, which may be an echo that it gets.
    private void lifeline(int client) {
        var own =
                trace.events().stream()
                        .filter(event -> event.client() == client)
                        .flatMap(event -> rowOf(event).stream())
                        .mapToDouble(this::middle)
                        .summaryStatistics();
        if (own.getCount() > 0) {
            svg.line(
                    ClientEvent.ink(client).stroke(2) + " stroke-opacity=\"0.45\"",
                    new At(x(client), own.getMin()),
                    new At(x(client), own.getMax()));
        }
    }

    /// What a client receives is seen in the row of the call that sent it.
    private Optional<Integer> rowOf(ClientEvent event) {
        return story.rowOf(event).or(() -> story.writeOf(event).flatMap(story::endOf));
    }

    /// From the row in which a call that waits begins to the one in which it returns, or beyond the picture.
    private void sleeps(Lane lane) {
        for (var call : lane.calls()) {
            if (CallKind.of(call) != CallKind.OTHER && story.waited(call)) {
                var from = story.startOf(call).map(row -> tops[row]).orElse(HEAD - 4);
                var to = story.endOf(call).map(row -> tops[row]).orElse(bottom);
                var corner = new At(left(lane) + EDGE, from);
                box(Ink.PALEST_GREY, corner, laneWidth - 2 * EDGE, to - from, tip(call));
            }
        }
    }

    private void row(int row) {
        var moment = story.moments().get(row);
        var pause = story.pauseBefore(row);
        if (row == 0 || pause > 0) {
            var at = new At(TIME - EDGE, middle(row) + 4);
            svg.text(Ink.FAINT.letters(10), at, "end", Digits.in("%.1f", story.millis(moment)));
        }
        if (pause > 0) {
            var y = tops[row] - PAUSE / 2 - 1;
            var end = edge(trace.lanes().size()) - GAP;
            svg.line(Ink.FAINT.stroke(1) + Svg.dashed("2 4"), new At(lanes, y), new At(end, y));
            var said = Digits.in("%.0f ms", pause / 1000.0);
            svg.text(Ink.FAINT.letters(SMALL), new At(words, y + 3), "start", said);
        }
        switch (moment) {
            case Moment.Client(var event) -> client(row, event);
            case Moment.Calling(var lane, var call, var stage) -> {
                if (stage != Stage.BEGIN) {
                    call(lane, row, CallKind.of(call), tip(call));
                }
                words(lane, row, Wording.of(trace, moment));
            }
            case Moment.Minor(var lane, var calls) -> {
                var names = calls.stream().map(Call::name).distinct().limit(20);
                call(lane, row, CallKind.OTHER, names.collect(Collectors.joining(", ")));
                words(lane, row, Wording.of(trace, moment));
            }
        }
    }

    private void client(int row, ClientEvent event) {
        var ink = ClientEvent.ink(event.client());
        badge(
                new At(x(event.client()), middle(row)),
                event.client(),
                event.action() != Action.SENDS);
        svg.text(ink.bold(LETTERS), new At(words, middle(row) + 1), "start", event.action().verb());
    }

    private void call(Lane lane, int row, CallKind kind, String tip) {
        var corner = new At(left(lane) + EDGE, tops[row]);
        box(kind.ink(), corner, laneWidth - 2 * EDGE, BOX, tip);
    }

    private void words(Lane lane, int row, Wording wording) {
        var start = new At(left(lane) + 2 * EDGE, middle(row) + 3);
        svg.text(Ink.TEXT.letters(LETTERS), start, "start", wording.text());
        var badge = new At(left(lane) + laneWidth - 16, middle(row) - 1);
        for (var client : wording.clients().reversed()) {
            badge(badge, client, false);
            badge = badge.plus(-16, 0);
        }
    }

    private void box(Ink ink, At corner, double width, double height, String tip) {
        svg.rect(ink.fill(), 3, corner, width, height, tip);
    }

    /// A client's letter in its colour.
    private void badge(At at, int client, boolean hollow) {
        var ink = ClientEvent.ink(client);
        svg.circle(ink.around(hollow ? Ink.GROUND : ink, 1.6), at, 6.5, "");
        var letter = (hollow ? ink : Ink.GROUND).bold(10);
        svg.text(letter, at.plus(0, 3.5), "middle", ClientEvent.letter(client));
    }

    private void arrow(Arrow arrow) {
        switch (arrow) {
            case Arrow.Message(var event, var call) ->
                    between(story.rowOf(event), call, (from, to) -> message(event, from, call, to));
            case Arrow.Echo(var call, var event) ->
                    story.endOf(call)
                            .ifPresent(row ->
                                    arrow(
                                            ClientEvent.ink(event.client()),
                                            new At(left(call) + 5, middle(row)),
                                            new At(x(event.client()) + 2, middle(row))));
            case Arrow.Handoff(var wake, var sleep) ->
                    between(
                            story.endOf(wake),
                            sleep,
                            (row, end) -> handoff(left(wake), row, left(sleep), end));
        }
    }

    /// An arrow has its place when both of its ends are in the picture.
    private void between(Optional<Integer> from, Call call, BiConsumer<Integer, Integer> draw) {
        from.ifPresent(row -> story.endOf(call).ifPresent(end -> draw.accept(row, end)));
    }

    /// Level below the word, and past all lanes but its own: in this row no other has a word that it could cross.
    private void message(ClientEvent event, int from, Call call, int to) {
        var ink = ClientEvent.ink(event.client());
        var start = new At(x(event.client()) + 8, middle(from) + 3);
        var beside = left(call) - GAP - EDGE;
        var bend = new At(Math.max(words + LONGEST_WORD, beside), start.y());
        svg.line(ink.stroke(1.6), start, bend);
        arrow(ink, bend, new At(left(call) + 5, middle(to)));
    }

    private void handoff(double from, int row, double to, int end) {
        var right = to > from;
        arrow(
                Ink.PINK,
                new At(from + (right ? laneWidth - EDGE : EDGE), middle(row)),
                new At(to + (right ? 5 : laneWidth - 5), middle(end)));
    }

    private void arrow(Ink ink, At from, At to) {
        svg.line(ink.stroke(1.6), from, to).head(ink, from, to);
    }

    private static String tip(Call call) {
        var lasted = call.isFinished() ? Digits.in("%.3f ms", call.micros() / 1000.0) : "not over";
        return call + " (" + lasted + ")";
    }
}
