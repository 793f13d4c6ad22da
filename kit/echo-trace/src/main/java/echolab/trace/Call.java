package echolab.trace;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// One system call of one thread, as `strace -ttt -T -yy` wrote it down.
///
/// @param start when the thread called, µs since the epoch
/// @param end when the call returned; [#UNFINISHED] when it had not when strace let go
/// @param name for example `epoll_wait`
/// @param arguments what stands in the parentheses
/// @param result what stands behind the equals sign, for example `-1 EAGAIN (Resource temporarily unavailable)`
public record Call(long start, long end, String name, String arguments, String result) {

    public static final long UNFINISHED = Long.MAX_VALUE;

    private static final Pattern FINISHED =
            Pattern.compile(
                    "(\\d+)\\.(\\d{6}) (\\w+)\\((.*)\\)\\s+= (.*?)(?: <(\\d+)\\.(\\d{6})>)?");
    private static final Pattern DETACHED =
            Pattern.compile(
                    "(\\d+)\\.(\\d{6}) (\\w+)\\((.*?)\\s*<(?:detached|unfinished) \\.\\.\\.>");

    private static final Pattern NO_TIMEOUT = Pattern.compile("[\\]x\\w], \\d+, 0(, NULL.*)?$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern PEER_PORT =
            Pattern.compile("<TCP(?:v6)?:\\[\\S*?->\\S*?:(\\d+)]>");
    private static final Pattern FIRST_DESCRIPTOR = Pattern.compile("(\\d+)<");

    /// Empty for a line that tells of no call: a signal, or the end of a thread.
    static Optional<Call> parse(String line) {
        var finished = FINISHED.matcher(line);
        if (finished.matches()) {
            var start = micros(finished.group(1), finished.group(2));
            var lasted =
                    finished.group(6) == null ? 0 : micros(finished.group(6), finished.group(7));
            return Optional.of(
                    new Call(
                            start,
                            start + lasted,
                            finished.group(3),
                            finished.group(4),
                            finished.group(5)));
        }
        var detached = DETACHED.matcher(line);
        return detached.matches()
                ? Optional.of(
                        new Call(
                                micros(detached.group(1), detached.group(2)),
                                UNFINISHED,
                                detached.group(3),
                                detached.group(4),
                                ""))
                : Optional.empty();
    }

    private static long micros(String seconds, String fraction) {
        return Long.parseLong(seconds) * 1_000_000 + Long.parseLong(fraction);
    }

    boolean isFinished() {
        return end != UNFINISHED;
    }

    /// The same call, seen by one who left before it returned.
    Call unfinished() {
        return new Call(start, UNFINISHED, name, arguments, "");
    }

    long micros() {
        return end - start;
    }

    /// What it returned, as a number: bytes, a descriptor, how many are ready, or -1.
    OptionalLong value() {
        var number = NUMBER.matcher(result);
        return number.lookingAt()
                ? OptionalLong.of(Long.parseLong(number.group()))
                : OptionalLong.empty();
    }

    boolean returned(long value) {
        return value().orElse(Long.MIN_VALUE) == value;
    }

    boolean returnedMoreThan(long value) {
        return value().orElse(Long.MIN_VALUE) > value;
    }

    /// Whether it found nothing to do, on a descriptor that does not block.
    boolean wouldBlock() {
        return result.startsWith("-1 EAGAIN");
    }

    /// Whether it looked what is ready and would not have waited: its timeout, the argument behind how many it may return,
    /// is 0.
    boolean looksOnly() {
        return NO_TIMEOUT.matcher(arguments).find();
    }

    /// The port at the other end of the connection that it is about: for `accept`, of the one it returned.
    OptionalInt peerPort() {
        var peer = PEER_PORT.matcher(arguments + " = " + result);
        return peer.find() ? OptionalInt.of(Integer.parseInt(peer.group(1))) : OptionalInt.empty();
    }

    /// The number of the connection's descriptor in this process.
    OptionalInt connectionDescriptor() {
        var text = arguments + " = " + result;
        var peer = PEER_PORT.matcher(text);
        if (!peer.find()) {
            return OptionalInt.empty();
        }
        var from = text.lastIndexOf(' ', peer.start()) + 1;
        var digits = text.substring(from, peer.start()).replaceAll("\\D", "");
        return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    /// Its first argument, when that is a descriptor.
    OptionalInt descriptor() {
        var first = FIRST_DESCRIPTOR.matcher(arguments);
        return first.lookingAt()
                ? OptionalInt.of(Integer.parseInt(first.group(1)))
                : OptionalInt.empty();
    }

    /// The address of a futex: who wakes and who waits name the same.
    String address() {
        var comma = arguments.indexOf(',');
        return comma < 0 ? arguments : arguments.substring(0, comma);
    }

    @Override
    public String toString() {
        return name + "(" + arguments + ") = " + result;
    }
}
