package echolab.bench.load;

import echolab.bench.result.Faults;
import echolab.bench.result.Schedule;
import echolab.process.Digits;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/// What a load process answers: one line on its standard output for each [Request].
public sealed interface Answer {

    /// `done`
    record Done() implements Answer {}

    /// `failed` and a sentence.
    record Failed(String why) implements Answer {}

    /// `seen` and `key=value` words: what a slice brought, and what it cost the load process.
    ///
    /// @param cpuNanos CPU time of the load process, all its threads, without what an open loop spent looking at the clock;
    ///     empty where the system does not tell
    /// @param waitNanos how long its threads were ready and had no CPU; empty where the system does not tell
    record Seen(Figures figures, OptionalLong cpuNanos, OptionalLong waitNanos) implements Answer {}

    default String line() {
        return switch (this) {
            case Done() -> "done";
            case Failed(var why) -> "failed " + why.replace('\n', ' ');
            case Seen(var figures, var cpu, var wait) ->
                    seen(figures, optional(" cpu=", cpu) + optional(" wait=", wait));
        };
    }

    /// @throws IllegalArgumentException when the line is none of the above
    static Answer parse(String line) {
        var kind = line.split(" ", 2);
        return switch (kind[0]) {
            case "done" -> new Done();
            case "failed" -> new Failed(kind[1]);
            case "seen" -> parseSeen(kind[1]);
            default -> throw new IllegalArgumentException("cannot read the answer " + line);
        };
    }

    private static String optional(String key, OptionalLong value) {
        return value.isPresent() ? key + value.getAsLong() : "";
    }

    private static String seen(Figures figures, String times) {
        var faults = figures.faults();
        return Digits.in(
                "seen echoes=%d corrupt=%d closed=%d reset=%d unanswered=%d open=%d elapsed=%d%s%s latency=%s",
                figures.echoes(),
                faults.corrupt(),
                faults.closed(),
                faults.reset(),
                faults.unanswered(),
                figures.open(),
                figures.elapsedNanos(),
                times,
                figures.schedule().map(Answer::schedule).orElse(""),
                encode(figures.latency()));
    }

    private static String schedule(Schedule schedule) {
        return Digits.in(
                " due=%d unsent=%d sending=%d late=%d",
                schedule.due(), schedule.unsent(), schedule.sendingNanos(), schedule.lateNanos());
    }

    private static Seen parseSeen(String words) {
        var values =
                Arrays.stream(words.split(" "))
                        .map(word -> word.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var faults =
                new Faults(
                        number(values, "corrupt"),
                        number(values, "closed"),
                        number(values, "reset"),
                        number(values, "unanswered"));
        var figures =
                new Figures(
                        number(values, "echoes"),
                        faults,
                        number(values, "open"),
                        number(values, "elapsed"),
                        decode(values.get("latency")),
                        parseSchedule(values));
        return new Seen(figures, optional(values, "cpu"), optional(values, "wait"));
    }

    private static OptionalLong optional(Map<String, String> values, String key) {
        return values.containsKey(key)
                ? OptionalLong.of(number(values, key))
                : OptionalLong.empty();
    }

    private static Optional<Schedule> parseSchedule(Map<String, String> values) {
        return values.containsKey("due")
                ? Optional.of(
                        new Schedule(
                                number(values, "due"),
                                number(values, "unsent"),
                                number(values, "sending"),
                                number(values, "late")))
                : Optional.empty();
    }

    private static long number(Map<String, String> values, String key) {
        return Long.parseLong(values.get(key));
    }

    private static String encode(Histogram histogram) {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        var length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    private static Histogram decode(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("cannot read the histogram of an answer", e);
        }
    }
}
