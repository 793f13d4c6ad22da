package echolab.bench.load;

import echolab.bench.result.Faults;
import echolab.bench.result.Schedule;
import echolab.process.Digits;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    ///     empty where the system does not tell; of several processes, of those on the CPU that they used most: they can do no more once it is busy
    /// @param waitNanos how long its threads were ready and had no CPU; empty where the system does not tell; of several, of the same ones
    /// @param each CPU time of each process, where there are several: not a word of the line, since one does not know of another
    record Seen(Figures figures, OptionalLong cpuNanos, OptionalLong waitNanos, List<Long> each)
            implements Answer {

        Seen(Figures figures, OptionalLong cpuNanos, OptionalLong waitNanos) {
            this(figures, cpuNanos, waitNanos, List.of());
        }

        /// With what another process saw of the same server at the same time.
        Seen onTheSameCpu(Seen other) {
            return new Seen(
                    figures.plus(other.figures),
                    sum(cpuNanos, other.cpuNanos),
                    sum(waitNanos, other.waitNanos));
        }

        /// The same.
        Seen onAnother(Seen other) {
            var busier = cpuNanos.orElse(0) < other.cpuNanos.orElse(0) ? other : this;
            return new Seen(figures.plus(other.figures), busier.cpuNanos, busier.waitNanos);
        }

        private static OptionalLong sum(OptionalLong one, OptionalLong other) {
            return one.isPresent() && other.isPresent()
                    ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                    : OptionalLong.empty();
        }
    }

    default String line() {
        return switch (this) {
            case Done() -> "done";
            case Failed(var why) -> "failed " + why.replace('\n', ' ');
            case Seen(var figures, var cpu, var wait, _) ->
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
                "seen echoes=%d faults=%d,%d,%d,%d open=%d elapsed=%d%s%s latency=%s",
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
                " schedule=%d,%d,%d,%d",
                schedule.due(), schedule.unsent(), schedule.sendingNanos(), schedule.lateNanos());
    }

    private static Seen parseSeen(String words) {
        var values =
                Arrays.stream(words.split(" "))
                        .map(word -> word.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var faults = numbers(values, "faults");
        var figures =
                new Figures(
                        number(values, "echoes"),
                        new Faults(faults[0], faults[1], faults[2], faults[3]),
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
        if (!values.containsKey("schedule")) {
            return Optional.empty();
        }
        var of = numbers(values, "schedule");
        return Optional.of(new Schedule(of[0], of[1], of[2], of[3]));
    }

    private static long[] numbers(Map<String, String> values, String key) {
        return Stream.of(values.get(key).split(",")).mapToLong(Long::parseLong).toArray();
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
