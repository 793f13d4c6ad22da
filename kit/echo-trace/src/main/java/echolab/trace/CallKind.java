package echolab.trace;

import echolab.svg.Ink;
import java.util.List;
import java.util.stream.Stream;

/// What a system call is for: the colour that it has in the picture, and the family it has in the table.
///
/// A call that no family claims is [#OTHER]: it belongs to the runtime (memory, signals, clocks) or prepares a socket, and
/// is not part of an echo.
public enum CallKind {
    WAIT(
            "sleeps until one of many sockets is ready",
            Ink.PALE_GREY,
            "epoll_wait epoll_pwait epoll_pwait2 poll ppoll select pselect6 io_uring_enter"),
    ACCEPT("takes a new connection", Ink.PALE_GREEN, "accept accept4"),
    WATCH("tells epoll which socket to watch, and for what", Ink.PALE_VIOLET, "epoll_ctl"),
    READ("takes what a client sent", Ink.PALE_BLUE, "read recvfrom recvmsg readv recv"),
    WRITE("sends to a client", Ink.PALE_ORANGE, "write sendto sendmsg writev send"),
    CLOSE("ends a connection", Ink.PALE_RED, "close shutdown"),
    SPAWN("starts a thread", Ink.PALE_OLIVE, "clone clone3"),
    PARK("sleeps until another thread wakes it", Ink.PALE_TEAL, "futex restart_syscall"),
    WAKE("wakes another thread", Ink.PALE_PINK, ""),
    OTHER("the runtime's own, or prepares a socket", Ink.GRID, "");

    private final String meaning;
    private final Ink ink;
    private final List<String> names;

    CallKind(String meaning, Ink ink, String names) {
        this.meaning = meaning;
        this.ink = ink;
        this.names = List.of(names.split(" "));
    }

    /// What such a call does, in a few words.
    public String meaning() {
        return meaning;
    }

    /// What its boxes are drawn in.
    Ink ink() {
        return ink;
    }

    /// By name alone, as in a table of counts, where a futex that waits and one that wakes are the same.
    public static CallKind ofName(String name) {
        return Stream.of(values())
                .filter(kind -> kind.names.contains(name))
                .findFirst()
                .orElse(OTHER);
    }

    /// A futex that woke nobody, or did not have to wait, is bookkeeping of a lock: it is left to [#OTHER]. A read or a
    /// write that is not of a client's connection is one of the runtime's own files, but for an `eventfd`: that is how a
    /// loop is woken.
    static CallKind of(Call call) {
        var kind = ofName(call.name());
        return switch (kind) {
            case PARK -> ofFutex(call);
            case WRITE -> call.peerPort().isPresent() ? WRITE : isEvent(call) ? WAKE : OTHER;
            case READ, CLOSE -> call.peerPort().isPresent() ? kind : OTHER;
            default -> kind;
        };
    }

    /// Whether a wait for many sockets returned because there was something. What io_uring found stands in memory that it
    /// shares with the program, and not in the result.
    static boolean isWakeUp(Call call) {
        return of(call) == WAIT
                && call.isFinished()
                && (call.returnedMoreThan(0) || call.name().equals("io_uring_enter"));
    }

    private static CallKind ofFutex(Call call) {
        if (call.arguments().contains("FUTEX_WAKE")) {
            return call.returnedMoreThan(0) ? WAKE : OTHER;
        }
        return call.isFinished() && call.wouldBlock() ? OTHER : PARK;
    }

    private static boolean isEvent(Call call) {
        return call.arguments().contains("[eventfd]");
    }
}
