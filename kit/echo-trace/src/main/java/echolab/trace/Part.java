package echolab.trace;

import echolab.trace.ClientEvent.Action;
import java.util.List;
import java.util.stream.Collectors;

/// The part of a conversation that a picture shows. The whole is long; two servers are best compared by one message and what
/// the server does until it sleeps again.
public enum Part {
    /// All of it.
    ALL,
    /// A's first message, while nobody else says anything.
    ECHO,
    /// The messages that all clients send at once.
    TOGETHER;

    /// The trace as if strace had looked on during this part only: a call that returns later is not over, and a thread that
    /// did nothing meanwhile is not in it.
    public Trace of(Trace trace) {
        var sent =
                trace.events().stream()
                        .filter(event -> event.action() == Action.SENDS && event.client() == 0)
                        .toList();
        if (this == ALL || sent.isEmpty()) {
            return trace;
        }
        var first = this == ECHO ? sent.getFirst() : sent.getLast();
        var story = new Story(trace);
        var moments = story.moments();
        var begin = story.rowOf(first).orElseThrow();
        var end = begin + 1;
        while (end < moments.size() && story.pauseBefore(end) == 0) {
            end++;
        }
        var from = first.micros();
        var until = end == moments.size() ? Call.UNFINISHED : moments.get(end).micros();
        var busy =
                moments.subList(begin, end).stream()
                        .flatMap(moment -> moment.thread().stream())
                        .collect(Collectors.toSet());
        return new Trace(
                trace.server(),
                trace.title(),
                trace.events().stream()
                        .filter(event -> from <= event.micros() && event.micros() < until)
                        .toList(),
                trace.ports(),
                trace.lanes().stream()
                        .filter(busy::contains)
                        .map(lane -> new Lane(lane.name(), cut(lane.calls(), from, until)))
                        .toList());
    }

    private static List<Call> cut(List<Call> calls, long from, long until) {
        return calls.stream()
                .filter(call -> call.end() > from && call.start() < until)
                .map(call -> call.end() < until ? call : call.unfinished())
                .toList();
    }
}
