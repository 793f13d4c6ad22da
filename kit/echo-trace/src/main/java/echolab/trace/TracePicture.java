package echolab.trace;

import echolab.process.Digits;
import java.util.List;
import java.util.Optional;

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
/// Time runs down because calls have names: side by side they would need a page as wide as a wall.
public final class TracePicture {

    private final Trace trace;
    private final Story story;
    private final Drawing drawing = new Drawing();
    private final Layout at;

    private TracePicture(Trace trace) {
        this.trace = trace;
        this.story = new Story(trace);
        this.at = new Layout(story);
    }

    /// The same picture for any server; colours as attributes, and as classes for a page that is dark.
    public static String svg(Trace trace) {
        return new TracePicture(trace).render();
    }

    /// The rules that a dark page needs to show such a picture.
    public static String darkRules() {
        return Palette.darkRules();
    }

    private String render() {
        trace.lanes().forEach(this::lane);
        trace.lanes().forEach(this::sleeps);
        pauses();
        lifelines();
        for (var i = 0; i < at.rows(); i++) {
            row(i);
        }
        new Arrows(story, at, drawing).draw();
        return drawing.render(
                (int) at.right() + 2,
                (int) at.bottom() + 8,
                "What %s did; threads: %s, rows of time: %s"
                        .formatted(trace.server(), trace.lanes().size(), at.rows()));
    }

    private void lane(Lane lane) {
        var x = at.left(lane);
        drawing.box(
                x,
                Layout.HEAD - 6,
                at.laneWidth(),
                at.bottom() - Layout.HEAD + 10,
                "lane",
                "thread " + lane.name());
        drawing.text(
                x + at.laneWidth() / 2.0,
                Layout.HEAD - 22,
                "middle",
                "ink",
                lane.name(),
                "font-size=\"12\" font-weight=\"600\"");
        drawing.text(
                x + at.laneWidth() / 2.0,
                Layout.HEAD - 10,
                "middle",
                "faint",
                "thread",
                "font-size=\"9\"");
    }

    private void pauses() {
        drawing.text(Layout.TIME - 6, Layout.HEAD - 10, "end", "faint", "ms", "font-size=\"9\"");
        for (var i = 1; i < at.rows(); i++) {
            var pause = story.pauseBefore(i);
            if (pause > 0) {
                var y = at.top(i) - Layout.PAUSE / 2.0 - 1;
                drawing.line(at.firstLane(), y, at.right(), y, "pause", "stroke-dasharray=\"2 4\"");
                drawing.text(
                        at.words(),
                        y + 3,
                        "start",
                        "faint",
                        Digits.in("%.0f ms", pause / 1000.0),
                        "font-size=\"9\"");
            }
        }
    }

    /// A client's line goes from its first event to its last, which may be an echo that it gets.
    private void lifelines() {
        for (var client = 0; client < trace.ports().size(); client++) {
            var mine = client;
            var x = at.clientX(client);
            var own =
                    trace.events().stream()
                            .filter(event -> event.client() == mine)
                            .flatMap(event -> rowOf(event).stream())
                            .mapToDouble(at::middle)
                            .summaryStatistics();
            if (own.getCount() > 0) {
                drawing.line(
                        x,
                        own.getMin(),
                        x,
                        own.getMax(),
                        "client" + client,
                        "stroke-width=\"2\" stroke-opacity=\"0.45\"");
            }
        }
    }

    /// What a client receives is seen in the row of the call that sent it.
    private Optional<Integer> rowOf(ClientEvent event) {
        return story.rowOf(event).or(() -> story.writeOf(event).flatMap(story::endOf));
    }

    /// From the row in which a call that waits begins to the one in which it returns, or beyond the picture.
    private void sleeps(Lane lane) {
        for (var call : lane.calls()) {
            if (Kind.of(call) != Kind.OTHER && story.waited(lane, call)) {
                var from = story.startOf(call).map(at::top).orElse(Layout.HEAD - 4.0);
                var to = story.endOf(call).map(at::top).orElse(at.bottom());
                var style = Kind.of(call) == Kind.PARK ? "parking" : "waiting";
                drawing.box(
                        at.left(lane) + 6, from, at.laneWidth() - 12, to - from, style, tip(call));
            }
        }
    }

    private void row(int i) {
        var moment = story.moments().get(i);
        if (i == 0 || story.pauseBefore(i) > 0) {
            drawing.text(
                    Layout.TIME - 6,
                    at.middle(i) + 4,
                    "end",
                    "faint",
                    Digits.in("%.1f", story.millis(moment)),
                    "font-size=\"10\"");
        }
        var wording = Wording.of(trace, moment);
        switch (moment) {
            case Moment.Client(var event) -> client(i, event);
            case Moment.Enter(var lane, _) -> words(lane, i, wording);
            case Moment.Return(var lane, var call) -> call(lane, i, wording, call);
            case Moment.Quick(var lane, var call) -> call(lane, i, wording, call);
            case Moment.Minor(var lane, var calls) -> minor(lane, i, wording, calls);
        }
    }

    private void client(int row, ClientEvent event) {
        var hollow = event.action() != ClientEvent.Action.SENDS;
        drawing.badge(at.clientX(event.client()), at.middle(row), event.client(), hollow);
        drawing.text(
                at.words(),
                at.middle(row) + 1,
                "start",
                "client" + event.client(),
                event.action().verb(),
                "font-size=\"11\" font-weight=\"600\"");
    }

    private void call(Lane lane, int row, Wording wording, Call call) {
        drawing.box(
                at.left(lane) + 6,
                at.top(row),
                at.laneWidth() - 12,
                Layout.ROW - 3,
                Kind.of(call).style(),
                tip(call));
        words(lane, row, wording);
    }

    private void minor(Lane lane, int row, Wording wording, List<Call> calls) {
        drawing.box(
                at.left(lane) + 6,
                at.top(row),
                at.laneWidth() - 12,
                Layout.ROW - 3,
                "other",
                calls.stream()
                        .map(Call::name)
                        .distinct()
                        .limit(20)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
        drawing.text(
                at.left(lane) + 12,
                at.middle(row) + 3,
                "start",
                "ink",
                wording.text(),
                "font-size=\"10\"");
    }

    private void words(Lane lane, int row, Wording wording) {
        drawing.text(at.left(lane) + 12, at.middle(row) + 3, "start", "ink", wording.text(), "");
        var x = at.left(lane) + at.laneWidth() - 16.0;
        for (var client : wording.clients().reversed()) {
            drawing.badge(x, at.middle(row) - 1, client, false);
            x -= 16;
        }
    }

    private static String tip(Call call) {
        var lasted = call.isFinished() ? Digits.in("%.3f ms", call.micros() / 1000.0) : "not over";
        return call + " (" + lasted + ")";
    }
}
