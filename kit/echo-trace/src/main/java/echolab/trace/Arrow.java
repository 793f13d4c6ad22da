package echolab.trace;

import echolab.trace.ClientEvent.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What caused what? From a row to a row, between a client and a thread, or between two threads.
///
/// strace tells what each thread called, and not why a call returned; the cause is worked out here from the order, and from
/// what the next calls do.
sealed interface Arrow {

    /// What a client did woke a thread, or was found by one that was awake.
    record Message(ClientEvent event, Lane lane, Call call) implements Arrow {}

    /// A thread's call sent a client its echo.
    record Echo(Lane lane, Call call, ClientEvent event) implements Arrow {}

    /// A thread's call woke another thread.
    record Handoff(Lane from, Call wake, Lane to, Call sleep) implements Arrow {}

    static List<Arrow> of(Story story) {
        var all = new ArrayList<Arrow>();
        var trace = story.trace();
        for (var event : trace.events()) {
            if (event.action() == Action.RECEIVES) {
                story.writeOf(event)
                        .ifPresent(call ->
                                all.add(new Echo(trace.laneOf(call).orElseThrow(), call, event)));
            } else {
                effect(story, event)
                        .ifPresent(call ->
                                all.add(
                                        new Message(
                                                event, trace.laneOf(call).orElseThrow(), call)));
            }
        }
        handoffs(story).forEach(all::add);
        return List.copyOf(all);
    }

    /// The call that returned because of what the client did. When the call that took it up (a read, an accept) was
    /// waiting for it, that one; else the first wait for many sockets that returned before it was taken up; else it was
    /// found lying there.
    private static Optional<Call> effect(Story story, ClientEvent event) {
        var taken = takenUp(story.trace(), event);
        if (taken.filter(call -> call.start() <= event.micros()).isPresent()) {
            return taken;
        }
        var latest = taken.map(Call::start).orElse(Call.UNFINISHED - 1);
        return calls(story.trace())
                .filter(call -> Kind.isWakeUp(call))
                .filter(call -> call.end() > event.micros() && call.end() <= latest)
                .min(Comparator.comparingLong(Call::end))
                .or(() -> taken);
    }

    private static Optional<Call> takenUp(Trace trace, ClientEvent event) {
        var kind = event.action() == Action.CONNECTS ? Kind.ACCEPT : Kind.READ;
        return calls(trace)
                .filter(call -> Kind.of(call) == kind && call.isFinished() && !call.wouldBlock())
                .filter(call -> call.end() > event.micros())
                .filter(call -> trace.client(call).orElse(-1) == event.client())
                .min(Comparator.comparingLong(Call::end));
    }

    /// A futex that wakes and the one that then returns name the same address; an `eventfd` has no name in common with the
    /// wait that it ends, so that is the next one to return in another thread.
    private static Stream<Handoff> handoffs(Story story) {
        var trace = story.trace();
        return trace.lanes().stream()
                .flatMap(lane ->
                        lane.calls().stream()
                                .filter(call -> Kind.of(call) == Kind.WAKE)
                                .flatMap(wake -> handoff(story, lane, wake).stream()));
    }

    static Optional<Handoff> handoff(Story story, Lane from, Call wake) {
        return story.trace().lanes().stream()
                .filter(lane -> lane != from)
                .flatMap(lane ->
                        lane.calls().stream()
                                .filter(sleep -> story.waited(lane, sleep) && isEnded(sleep, wake))
                                .map(sleep -> new Handoff(from, wake, lane, sleep)))
                .min(Comparator.comparingLong(handoff -> handoff.sleep().end()));
    }

    private static boolean isEnded(Call sleep, Call wake) {
        var same =
                wake.name().equals("futex")
                        ? sleep.address().equals(wake.address())
                        : Kind.isWakeUp(sleep);
        return same
                && sleep.isFinished()
                && sleep.start() < wake.end()
                && sleep.end() >= wake.start();
    }

    private static Stream<Call> calls(Trace trace) {
        return trace.lanes().stream().flatMap(lane -> lane.calls().stream());
    }
}
