package echolab.trace;

import java.math.BigDecimal;
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

    private static final Pattern LINE =
            Pattern.compile(
                    "(\\d+\\.\\d{6}) (\\w+)\\((.*)"
                            + "(?:\\)\\s+= (.*?)(?: <(\\d+\\.\\d{6})>)?|<(?:detached|unfinished) \\.\\.\\.>)");

    private static final Pattern NO_TIMEOUT = Pattern.compile("[\\]x\\w], \\d+, 0(, NULL.*)?$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern CONNECTION =
            Pattern.compile("(\\d+)<TCP(?:v6)?:\\[\\S*?->\\S*?:(\\d+)]>");
    private static final Pattern FIRST_DESCRIPTOR = Pattern.compile("^(\\d+)<");

    /// Empty for a line that tells of no call: a signal, or the end of a thread.
    static Optional<Call> parse(String line) {
        var call = LINE.matcher(line);
        if (!call.matches()) {
            return Optional.empty();
        }
        var start = micros(call.group(1));
        var lasted = call.group(5) == null ? 0 : micros(call.group(5));
        var isFinished = call.group(4) != null;
        return Optional.of(
                new Call(
                        start,
                        isFinished ? start + lasted : UNFINISHED,
                        call.group(2),
                        call.group(3).strip(),
                        isFinished ? call.group(4) : ""));
    }

    private static long micros(String seconds) {
        return new BigDecimal(seconds).movePointRight(6).longValueExact();
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
        return find(CONNECTION, arguments + " = " + result, 2);
    }

    /// The number of the connection's descriptor in this process.
    OptionalInt connectionDescriptor() {
        return find(CONNECTION, arguments + " = " + result, 1);
    }

    /// Its first argument, when that is a descriptor.
    OptionalInt descriptor() {
        return find(FIRST_DESCRIPTOR, arguments, 1);
    }

    private static OptionalInt find(Pattern pattern, String text, int group) {
        var found = pattern.matcher(text);
        return found.find()
                ? OptionalInt.of(Integer.parseInt(found.group(group)))
                : OptionalInt.empty();
    }

    /// The address of a futex: who wakes and who waits name the same.
    String address() {
        return arguments.split(",", 2)[0];
    }

    @Override
    public String toString() {
        return name + "(" + arguments + ") = " + result;
    }
}
