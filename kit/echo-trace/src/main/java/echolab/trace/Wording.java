package echolab.trace;

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
            case Moment.Calling(_, var call, var stage) ->
                    switch (stage) {
                        case BEGIN -> new Wording(begin(call), clients(trace, call));
                        case END -> end(trace, call);
                        case WHOLE -> whole(trace, call);
                    };
            case Moment.Minor(_, var calls) ->
                    new Wording(
                            calls.size() == 1
                                    ? calls.getFirst().name()
                                    : calls.size() + " other calls",
                            List.of());
        };
    }

    /// As one line of text.
    String line() {
        return clients.isEmpty() ? text : text + " " + letters();
    }

    String letters() {
        return clients.stream().map(ClientEvent::letter).collect(Collectors.joining(" "));
    }

    private static String begin(Call call) {
        return Kind.of(call) == Kind.PARK && call.name().equals("futex")
                ? "futex wait"
                : call.name();
    }

    private static Wording end(Trace trace, Call call) {
        return switch (Kind.of(call)) {
            case WAIT -> ready(trace, call);
            case PARK -> new Wording(call.returned(0) ? "woken" : "gave up waiting", List.of());
            case READ ->
                    new Wording(call.returned(0) ? "got: end" : "got bytes", clients(trace, call));
            case ACCEPT -> new Wording("got", clients(trace, call));
            default -> new Wording("returned", clients(trace, call));
        };
    }

    private static Wording whole(Trace trace, Call call) {
        var clients = clients(trace, call);
        return switch (Kind.of(call)) {
            case WAIT -> looked(trace, call);
            case READ ->
                    new Wording(
                            call.name()
                                    + (call.wouldBlock()
                                            ? ": nothing"
                                            : call.returned(0) ? ": end" : ""),
                            clients);
            case ACCEPT ->
                    new Wording(call.name() + (call.wouldBlock() ? ": no more" : ""), clients);
            case WATCH -> new Wording(call.name() + " " + operation(call), clients);
            case SPAWN -> new Wording("start a thread", clients);
            case WAKE ->
                    new Wording(call.name().equals("futex") ? "futex wake" : "eventfd", clients);
            case PARK -> new Wording("futex wait", clients);
            default -> new Wording(call.name(), clients);
        };
    }

    /// A wait that did not have to wait.
    private static Wording looked(Trace trace, Call call) {
        var ready = ready(trace, call);
        if (call.name().equals("io_uring_enter")) {
            return new Wording(call.name(), List.of());
        }
        return ready.clients().isEmpty()
                ? new Wording(call.name() + ": " + ready.text(), List.of())
                : new Wording(call.name() + ":", ready.clients());
    }

    /// `EPOLL_CTL_MOD` becomes `MOD`.
    private static String operation(Call call) {
        return Stream.of("ADD", "MOD", "DEL")
                        .filter(word -> call.arguments().contains("EPOLL_CTL_" + word))
                        .findFirst()
                        .orElse("")
                + (call.returned(0) ? "" : " ✗");
    }

    private static Wording ready(Trace trace, Call call) {
        var found = READY.matcher(call.arguments()).results().toList();
        var readable = found.stream().anyMatch(it -> it.group(1).contains("EPOLLIN"));
        var clients =
                found.stream()
                        .filter(it -> !readable || it.group(1).contains("EPOLLIN"))
                        .map(it -> trace.clientOf(Integer.parseUnsignedInt(it.group(2))))
                        .flatMap(client -> client.stream().boxed())
                        .toList();
        if (!clients.isEmpty()) {
            return new Wording(readable ? "ready:" : "writable:", clients);
        }
        var listener = trace.listener();
        if (found.stream()
                .anyMatch(it ->
                        listener.equals(OptionalInt.of(Integer.parseUnsignedInt(it.group(2)))))) {
            return new Wording("new connection", List.of());
        }
        if (call.name().equals("io_uring_enter")) {
            return new Wording("back from the ring", List.of());
        }
        return new Wording(
                call.returnedMoreThan(0) ? call.value().getAsLong() + " ready" : "nothing",
                List.of());
    }

    private static List<Integer> clients(Trace trace, Call call) {
        return trace.client(call).stream().boxed().toList();
    }
}
