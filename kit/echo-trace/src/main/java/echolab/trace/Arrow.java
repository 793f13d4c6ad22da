package echolab.trace;

import echolab.trace.ClientEvent.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What caused what: from a row to a row, between a client and a thread, or between two threads.
///
/// strace tells what each thread called, and not why a call returned; the cause is worked out here from the order, and from
/// what the next calls do.
sealed interface Arrow {

    /// What a client did woke a thread, or was found by one that was awake.
    record Message(ClientEvent event, Call call) implements Arrow {}

    /// A thread's call sent a client its echo.
    record Echo(Call call, ClientEvent event) implements Arrow {}

    /// A thread's call woke another thread.
    record Handoff(Call wake, Call sleep) implements Arrow {}

    static List<Arrow> of(Story story) {
        var trace = story.trace();
        var ofClients = trace.events().stream().flatMap(event -> of(story, event).stream());
        var ofThreads =
                trace.calls()
                        .filter(call -> CallKind.of(call) == CallKind.WAKE)
                        .flatMap(wake -> handoff(story, wake).stream());
        return Stream.concat(ofClients, ofThreads).toList();
    }

    private static Optional<? extends Arrow> of(Story story, ClientEvent event) {
        return event.action() == Action.RECEIVES
                ? story.writeOf(event).map(call -> new Echo(call, event))
                : effect(story.trace(), event).map(call -> new Message(event, call));
    }

    /// The call that returned because of what the client did. When the call that took it up (a read, an accept) was
    /// waiting for it, that one; else the first wait for many sockets that returned before it was taken up; else it was
    /// found lying there.
    private static Optional<Call> effect(Trace trace, ClientEvent event) {
        var taken = takenUp(trace, event);
        if (taken.filter(call -> call.start() <= event.micros()).isPresent()) {
            return taken;
        }
        var latest = taken.map(Call::start).orElse(Call.UNFINISHED - 1);
        return trace.calls()
                .filter(CallKind::isWakeUp)
                .filter(call -> call.end() > event.micros() && call.end() <= latest)
                .min(Comparator.comparingLong(Call::end))
                .or(() -> taken);
    }

    private static Optional<Call> takenUp(Trace trace, ClientEvent event) {
        var kind = event.action() == Action.CONNECTS ? CallKind.ACCEPT : CallKind.READ;
        return trace.callsFor(event.client())
                .filter(call ->
                        CallKind.of(call) == kind && call.isFinished() && !call.wouldBlock())
                .filter(call -> call.end() > event.micros())
                .min(Comparator.comparingLong(Call::end));
    }

    /// A futex that wakes and the one that then returns name the same address; an `eventfd` has no name in common with the
    /// wait that it ends, so that is the next one to return in another thread.
    static Optional<Handoff> handoff(Story story, Call wake) {
        return story.trace()
                .callsBeside(wake)
                .filter(sleep -> story.waited(sleep) && isEnded(sleep, wake))
                .min(Comparator.comparingLong(Call::end))
                .map(sleep -> new Handoff(wake, sleep));
    }

    private static boolean isEnded(Call sleep, Call wake) {
        var same =
                wake.name().equals("futex")
                        ? sleep.address().equals(wake.address())
                        : CallKind.isWakeUp(sleep);
        return same
                && sleep.isFinished()
                && sleep.start() < wake.end()
                && sleep.end() >= wake.start();
    }
}
