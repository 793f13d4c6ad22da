package echolab.trace;

import echolab.trace.ClientEvent.Action;
import echolab.trace.Moment.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The order in which things happened. One row for each moment, oldest first; the picture and the list in the terminal are
/// both made from it.
///
/// Rows have no scale of time: strace stops a thread at each call for longer than most calls last, so that lengths would
/// show strace and not the server. The order is real, and so are the long pauses between rows, which are marked.
final class Story {

    /// A pause that is worth a mark, µs.
    private static final long PAUSE = 8_000;

    /// A call that lasts so long has waited, µs.
    private static final long WAITED = 1_000;

    private final Trace trace;
    private final List<Moment> moments;

    Story(Trace trace) {
        this.trace = trace;
        this.moments = sorted();
    }

    Trace trace() {
        return trace;
    }

    List<Moment> moments() {
        return moments;
    }

    /// The pause before a row, µs; 0 when it is too short to speak of.
    long pauseBefore(int row) {
        if (row == 0) {
            return 0;
        }
        var pause = moments.get(row).micros() - moments.get(row - 1).micros();
        return pause >= PAUSE ? pause : 0;
    }

    /// Milliseconds since the first event.
    double millis(Moment moment) {
        return (moment.micros() - trace.start()) / 1000.0;
    }

    /// The row in which a call returns; empty when it is not seen to.
    Optional<Integer> endOf(Call call) {
        return rowOf(call, Stage.BEGIN);
    }

    /// The row in which a call begins; empty when it began before the picture.
    Optional<Integer> startOf(Call call) {
        return rowOf(call, Stage.END);
    }

    private Optional<Integer> rowOf(Call call, Stage not) {
        return row(moment ->
                moment instanceof Moment.Calling(_, var it, var stage)
                        && it == call
                        && stage != not);
    }

    Optional<Integer> rowOf(ClientEvent event) {
        return row(moment -> moment instanceof Moment.Client(var it) && it == event);
    }

    /// The call that sent a client its echo. An echo that came through io_uring has none.
    Optional<Call> writeOf(ClientEvent received) {
        var sent =
                trace.events().stream()
                        .filter(e -> e.action() == Action.SENDS && e.client() == received.client())
                        .mapToLong(ClientEvent::micros)
                        .filter(micros -> micros <= received.micros())
                        .max()
                        .orElse(Long.MIN_VALUE);
        return trace.callsFor(received.client())
                .filter(call -> CallKind.of(call) == CallKind.WRITE && call.start() >= sent)
                .filter(call -> call.start() <= received.micros())
                .max(Comparator.comparingLong(Call::start));
    }

    /// Whether a call waited, so that it has a row for its begin and one for its end.
    boolean waited(Call call) {
        var kind = CallKind.of(call);
        if (!Set.of(CallKind.READ, CallKind.ACCEPT, CallKind.WAIT, CallKind.PARK).contains(kind)) {
            return false;
        }
        if (call.micros() >= WAITED) {
            return true;
        }
        return switch (kind) {
            case WAIT -> !call.looksOnly() && (aClientActsIn(call) || anotherThreadCallsIn(call));
            case PARK -> aClientActsIn(call) || anotherThreadCallsIn(call);
            default -> aClientActsIn(call);
        };
    }

    private boolean aClientActsIn(Call call) {
        return trace.events().stream()
                .filter(event -> event.action() != Action.RECEIVES)
                .anyMatch(event -> isIn(call, event.micros()));
    }

    private boolean anotherThreadCallsIn(Call call) {
        return trace.callsBeside(call).anyMatch(other -> isIn(call, other.start()));
    }

    private static boolean isIn(Call call, long micros) {
        return call.start() < micros && micros < call.end();
    }

    private List<Moment> sorted() {
        var all = new ArrayList<Moment>();
        trace.events().stream()
                .filter(event -> event.action() != Action.RECEIVES || writeOf(event).isEmpty())
                .map(Moment.Client::new)
                .forEach(all::add);
        trace.lanes().forEach(lane -> all.addAll(moments(lane)));
        all.sort(Comparator.comparingLong(Moment::micros));
        return List.copyOf(all);
    }

    private List<Moment> moments(Lane lane) {
        var all = new ArrayList<Moment>();
        var minor = new ArrayList<Call>();
        for (var call : lane.calls()) {
            if (isMinor(call)) {
                minor.add(call);
                continue;
            }
            flush(lane, minor, all);
            momentsOf(lane, call).forEach(all::add);
        }
        flush(lane, minor, all);
        return all;
    }

    /// A thread that is woken and is not in the picture is the runtime's own: a compiler, a cleaner.
    private boolean isMinor(Call call) {
        return switch (CallKind.of(call)) {
            case OTHER -> true;
            case WAKE -> Arrow.handoff(this, call).isEmpty();
            default -> false;
        };
    }

    /// A row of futex calls alone would tell of a lock inside the runtime, and of no echo: it is left out.
    private static void flush(Lane lane, List<Call> minor, List<Moment> all) {
        if (minor.stream().anyMatch(call -> !call.name().equals("futex"))) {
            all.add(new Moment.Minor(lane, List.copyOf(minor)));
        }
        minor.clear();
    }

    private Stream<Moment> momentsOf(Lane lane, Call call) {
        if (!waited(call)) {
            return Stream.of(new Moment.Calling(lane, call, Stage.WHOLE));
        }
        return Stream.of(Stage.BEGIN, Stage.END)
                .filter(stage ->
                        stage == Stage.BEGIN ? call.start() >= trace.start() : call.isFinished())
                .map(stage -> new Moment.Calling(lane, call, stage));
    }

    private Optional<Integer> row(Predicate<Moment> is) {
        return IntStream.range(0, moments.size())
                .filter(i -> is.test(moments.get(i)))
                .boxed()
                .findFirst();
    }
}
