package echolab.bench.result;

import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/// What a latency is to be below, for example `p99<1ms`.
///
/// @param percent of the messages, more than 0, less than 100
/// @param millis more than 0
public record LatencyGoal(double percent, double millis) {

    private static final Pattern WORDS =
            Pattern.compile(
                    "p(?<percent>\\d{1,2}(?:\\.\\d+)?) *< *(?<time>\\d+(?:\\.\\d+)?) *(?<unit>us|µs|ms|s)");

    /// @throws IllegalArgumentException when it is none, as a sentence
    public static LatencyGoal parse(String words) {
        var match = WORDS.matcher(words.strip());
        if (!match.matches()
                || Double.parseDouble(match.group("percent")) == 0
                || Double.parseDouble(match.group("time")) == 0) {
            throw new IllegalArgumentException(
                    "--find-rate takes a percentile and a time, as in --find-rate 'p99<1ms', but was told \"%s\""
                            .formatted(words));
        }
        var time = Double.parseDouble(match.group("time"));
        var millis =
                switch (match.group("unit")) {
                    case "s" -> time * 1000;
                    case "ms" -> time;
                    default -> time / 1000;
                };
        return new LatencyGoal(Double.parseDouble(match.group("percent")), millis);
    }

    /// That percentile, in milliseconds.
    public double millis(Histogram nanos) {
        return nanos.getValueAtPercentile(percent) / Latency.NANOS;
    }

    /// For a person: `p99 < 1 ms`.
    public String words() {
        return "%s < %s ms".formatted(name(), plain(millis));
    }

    /// For a person: `p99`, `p99.9`.
    public String name() {
        return "p" + plain(percent);
    }

    private static String plain(double figure) {
        return ("" + figure).replaceFirst("\\.0$", "");
    }
}
