package echolab.bench.report;

import echolab.bench.ab.AbResult;
import echolab.bench.ab.AbSummary;
import echolab.bench.ab.AbTarget;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.Quartiles;
import echolab.process.Digits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// What ApacheBench printed, for a person in a terminal of 80 columns: its lines as columns, a row a server; then who of the
/// two could do no more, which it does not print.
public final class AbTable {

    static final List<Integer> PERCENTS = List.of(50, 66, 75, 80, 90, 95, 98, 99, 100);
    private static final String NONE = "–";

    private final AbResult result;
    private final Ansi ansi;
    private final Section section;

    public AbTable(AbResult result, Ansi ansi) {
        this.result = result;
        this.ansi = ansi;
        this.section = new Section(ansi);
    }

    public String render() {
        var machine =
                Verdict.machine(
                        result.machine(),
                        Optional.empty(),
                        result.jvmFlags(),
                        result.revision(),
                        result.date());
        return Section.of(
                title(),
                table(heads(), this::rates),
                table(percentHeads(), this::percentiles),
                table(cpuHeads(), this::cpu),
                section.failures(result.targets().stream().map(AbTarget::failure)),
                Section.sentences(AbNotes.of(result)),
                Section.sentences(List.of(machine)));
    }

    private String title() {
        var text =
                Digits.in(
                        "%s: %,d requests to each server, %,d at a time",
                        result.abVersion(), result.requests(), result.concurrency());
        return section.title(text, result.partial());
    }

    private interface Row {
        String of(AbTarget target, AbSummary summary);
    }

    private String table(String head, Row row) {
        var rows = new StringBuilder(section.head(head));
        for (var target : result.targets()) {
            target.summary().ifPresent(s -> rows.append(row.of(target, s)).append('\n'));
        }
        return rows.toString();
    }

    private static String heads() {
        return "%-14s %10s %-15s %7s %7s %7s %6s %4s"
                .formatted(
                        "",
                        "requests/s",
                        " quartiles",
                        "ms each",
                        "of all",
                        "KiB/s",
                        "failed",
                        "lost");
    }

    private String rates(AbTarget target, AbSummary s) {
        return "%-14s %10s %-15s %7s %7s %7s %6s %4s"
                .formatted(
                        target.name(),
                        whole(s.requestsPerSecond().median()),
                        whole(s.requestsPerSecond().q1()) + "–" + whole(s.requestsPerSecond().q3()),
                        decimals(s.millisPerRequest().median(), 2),
                        decimals(s.millisAcrossAll().median(), 4),
                        whole(s.kibytesPerSecond().median()),
                        count(s.failed()),
                        count(s.unanswered()))
                .transform(ansi::string);
    }

    private static String percentHeads() {
        return "%-14s".formatted("ms, served")
                + PERCENTS.stream()
                        .map(p -> "%6s%%".formatted(p))
                        .collect(Collectors.joining())
                        .replace("%%", "%");
    }

    private String percentiles(AbTarget target, AbSummary s) {
        return "%-14s".formatted(target.name())
                + PERCENTS.stream()
                        .map(p -> s.percentileMillis().get(p))
                        .map(ms -> ms == null ? NONE : whole(ms))
                        .map("%7s"::formatted)
                        .collect(Collectors.joining());
    }

    private static String cpuHeads() {
        return "%-14s %7s %-12s %7s %6s %8s  %-8s %10s"
                .formatted(
                        "",
                        "CPU µs",
                        " quartiles",
                        "ab's µs",
                        "busy",
                        "ab busy",
                        "bound by",
                        "non-2xx");
    }

    private String cpu(AbTarget target, AbSummary s) {
        return "%-14s %7s %-12s %7s %6s %8s  %s %10s"
                .formatted(
                        target.name(),
                        s.serverMicros().map(q -> decimals(q.median(), 2)).orElse(NONE),
                        s.serverMicros().map(AbTable::spread).orElse(""),
                        decimals(s.abMicros(), 1, 2, ""),
                        decimals(s.serverBusy(), 100, 0, " %"),
                        decimals(s.abBusy(), 100, 0, " %"),
                        boundBy(target, s.bottleneck()),
                        Digits.in("%,d", s.non2xx()))
                .transform(ansi::string);
    }

    private static String boundBy(AbTarget target, Bottleneck bottleneck) {
        if (target.failure().isPresent()) {
            return "@|red failed  |@";
        }
        return switch (bottleneck) {
            case SERVER -> "server  ";
            case CLIENT -> "@|yellow ab      |@";
            case NEITHER -> "neither ";
            case RATE, UNKNOWN -> NONE + "       ";
        };
    }

    private static String spread(Quartiles q) {
        return decimals(q.q1(), 2) + "–" + decimals(q.q3(), 2);
    }

    private static String count(long count) {
        return count == 0 ? "0" : Digits.in("%,d", count);
    }

    static String whole(double figure) {
        return Digits.in("%,.0f", figure);
    }

    static String decimals(double figure, int places) {
        return ("%,." + places + "f").formatted(figure);
    }

    static String decimals(OptionalDouble figure, double unit, int places, String suffix) {
        return figure.isPresent() ? decimals(figure.getAsDouble() * unit, places) + suffix : NONE;
    }
}
