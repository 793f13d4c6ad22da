package echolab.trace;

import echolab.trace.Moment.Stage;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A moment in two or three words, and whose connections it is about.
///
/// @param text for example `read` or `ready:`
/// @param clients whose letters follow it
record Wording(String text, List<Integer> clients) {

    /// What `epoll_wait` returns of a socket: its events, and what the program stored with it, most often the descriptor.
    private static final Pattern READY = Pattern.compile("\\{events=([A-Z|]+), data=\\{u32=(\\d+)");

    static Wording of(Trace trace, Moment moment) {
        return switch (moment) {
            case Moment.Client(var event) ->
                    new Wording(event.action().verb(), List.of(event.client()));
            case Moment.Calling(_, var call, var stage) -> of(trace, call, stage);
            case Moment.Minor(_, var calls) when calls.size() == 1 ->
                    new Wording(calls.getFirst().name(), List.of());
            case Moment.Minor(_, var calls) ->
                    new Wording(calls.size() + " other calls", List.of());
        };
    }

    /// As one line of text.
    String line() {
        return clients.isEmpty() ? text : text + " " + letters();
    }

    String letters() {
        return clients.stream().map(ClientEvent::letter).collect(Collectors.joining(" "));
    }

    private static Wording of(Trace trace, Call call, Stage stage) {
        if (CallKind.of(call) == CallKind.WAIT && stage != Stage.BEGIN) {
            var ready = ready(trace, call);
            return stage == Stage.END ? ready : looked(call, ready);
        }
        var text =
                switch (stage) {
                    case BEGIN -> call.name().equals("futex") ? "futex wait" : call.name();
                    case END -> end(call);
                    case WHOLE -> whole(call);
                };
        return new Wording(text, trace.client(call).stream().boxed().toList());
    }

    private static String end(Call call) {
        return switch (CallKind.of(call)) {
            case PARK -> call.returned(0) ? "woken" : "gave up waiting";
            case READ -> call.returned(0) ? "got: end" : "got bytes";
            case ACCEPT -> "got";
            default -> "returned";
        };
    }

    private static String whole(Call call) {
        var name = call.name();
        return switch (CallKind.of(call)) {
            case READ -> name + (call.wouldBlock() ? ": nothing" : call.returned(0) ? ": end" : "");
            case ACCEPT -> name + (call.wouldBlock() ? ": no more" : "");
            case WATCH -> name + " " + operation(call);
            case SPAWN -> "start a thread";
            case WAKE -> name.equals("futex") ? "futex wake" : "eventfd";
            case PARK -> "futex wait";
            default -> name;
        };
    }

    /// `EPOLL_CTL_MOD` becomes `MOD`.
    private static String operation(Call call) {
        return Stream.of("ADD", "MOD", "DEL")
                        .filter(word -> call.arguments().contains("EPOLL_CTL_" + word))
                        .findFirst()
                        .orElse("")
                + (call.returned(0) ? "" : " ✗");
    }

    /// A wait that did not have to wait.
    private static Wording looked(Call call, Wording ready) {
        var found =
                call.name().equals("io_uring_enter")
                        ? ""
                        : ready.clients().isEmpty() ? ": " + ready.text() : ":";
        return new Wording(call.name() + found, ready.clients());
    }

    private static Wording ready(Trace trace, Call call) {
        var found = READY.matcher(call.arguments()).results().toList();
        var readable = found.stream().anyMatch(it -> it.group(1).contains("EPOLLIN"));
        var descriptors =
                found.stream()
                        .filter(it -> !readable || it.group(1).contains("EPOLLIN"))
                        .map(it -> Integer.parseUnsignedInt(it.group(2)))
                        .toList();
        var clients =
                descriptors.stream().flatMap(it -> trace.clientOf(it).stream().boxed()).toList();
        if (!clients.isEmpty()) {
            return new Wording(readable ? "ready:" : "writable:", clients);
        }
        if (descriptors.stream().map(OptionalInt::of).anyMatch(trace.listener()::equals)) {
            return new Wording("new connection", List.of());
        }
        var others = call.returnedMoreThan(0) ? call.value().getAsLong() + " ready" : "nothing";
        var ring = call.name().equals("io_uring_enter");
        return new Wording(ring ? "back from the ring" : others, List.of());
    }
}
