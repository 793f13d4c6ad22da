package echolab.bench.report;

import echolab.bench.result.Pace;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.process.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whether the rate of an open loop was kept, and if not, by whom not.
final class RateVerdict {

    private RateVerdict() {}

    static List<String> of(RunResult run) {
        var lines = new ArrayList<String>();
        var missed = summaries(run).filter(seen -> !seen.pace().kept()).toList();
        if (missed.isEmpty()) {
            lines.add(
                    Digits.in(
                            "All kept the rate of %,d messages/s.", run.ratePerSecond().orElse(0)));
        }
        missed.forEach(seen -> lines.add(missed(seen)));
        summaries(run)
                .flatMapToDouble(seen -> seen.pace().lateMillis().stream())
                .max()
                .ifPresent(late ->
                        lines.add(
                                Digits.in(
                                        "Latency counts from when a message was due. The load generator sent 99 %% of those that could be sent within %.2f ms of that.",
                                        late)));
        return lines;
    }

    private static String missed(Seen seen) {
        var pace = seen.pace();
        return Digits.in(
                "%s got %,.0f of %,d messages/s: %s%s.",
                seen.target().name(),
                pace.achievedPerSecond().median(),
                pace.intendedPerSecond(),
                why(seen.summary()),
                pace.unsent() > 0
                        ? Digits.in("; %,d messages were never sent", pace.unsent())
                        : "");
    }

    private static String why(Summary summary) {
        return switch (summary.bottleneck()) {
            case SERVER ->
                    "it used all of its CPU, so its latency grows for as long as a slice lasts";
            case BOTH -> "it and the load generator used all of their CPU";
            case CLIENT -> "the load generator used all of its CPU, so the latency is its own";
            case NEITHER ->
                    "it answered late, though neither it nor the load generator was out of CPU";
            case RATE, UNKNOWN -> "who could do no more is not known";
        };
    }

    private record Seen(TargetResult target, Summary summary, Pace pace) {}

    private static Stream<Seen> summaries(RunResult run) {
        return run.targets().stream()
                .filter(target -> target.failure().isEmpty())
                .flatMap(target ->
                        target.summary().stream()
                                .flatMap(s -> s.pace().stream().map(p -> new Seen(target, s, p))));
    }
}
