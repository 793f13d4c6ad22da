package echolab.trace;

/// The arrows of a picture: from a client's letter to the call that it ended, from a write to the client, from a thread to
/// the one that it woke.
final class Arrows {

    private final Story story;
    private final Layout at;
    private final Drawing drawing;

    Arrows(Story story, Layout at, Drawing drawing) {
        this.story = story;
        this.at = at;
        this.drawing = drawing;
    }

    void draw() {
        Arrow.of(story).forEach(this::arrow);
    }

    private void arrow(Arrow arrow) {
        switch (arrow) {
            case Arrow.Message(var event, var lane, var call) ->
                    story.rowOf(event)
                            .ifPresent(from ->
                                    story.endOf(call)
                                            .ifPresent(to -> message(event, from, lane, to)));
            case Arrow.Echo(var lane, var call, var event) ->
                    story.endOf(call)
                            .ifPresent(row ->
                                    drawing.arrow(
                                            at.left(lane) + 5,
                                            at.middle(row),
                                            at.clientX(event.client()) + 2,
                                            at.middle(row),
                                            "client" + event.client()));
            case Arrow.Handoff(var from, var wake, var to, var sleep) ->
                    story.endOf(wake)
                            .ifPresent(row ->
                                    story.endOf(sleep)
                                            .ifPresent(end -> handoff(from, row, to, end)));
        }
    }

    /// Level below the word, so that it crosses none.
    private void message(ClientEvent event, int from, Lane lane, int to) {
        var y = at.middle(from) + 3;
        var style = "client" + event.client();
        drawing.line(
                at.clientX(event.client()) + 8, y, at.wordsEnd(), y, style, "stroke-width=\"1.6\"");
        drawing.arrow(at.wordsEnd(), y, at.left(lane) + 5, at.middle(to), style);
    }

    private void handoff(Lane from, int row, Lane to, int end) {
        var right = at.left(to) > at.left(from);
        drawing.arrow(
                right ? at.left(from) + at.laneWidth() - 6 : at.left(from) + 6,
                at.middle(row),
                right ? at.left(to) + 5 : at.left(to) + at.laneWidth() - 5,
                at.middle(end),
                "handoff");
    }
}
