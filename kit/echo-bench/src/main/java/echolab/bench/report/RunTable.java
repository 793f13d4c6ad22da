package echolab.bench.report;

import echolab.bench.result.Bottleneck;
import echolab.bench.result.Pace;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.process.Digits;
import java.util.Comparator;
import java.util.OptionalLong;
import picocli.CommandLine.Help.Ansi;

/// What was seen under one load, in two tables of at most 80 columns: what an echo costs, and what else was seen; then what
/// went wrong, and how far the figures can be trusted.
final class RunTable {

    private static final int BAR = 16;
    private static final String NONE = "–";

    private final Ansi ansi;
    private final Section section;

    RunTable(Ansi ansi) {
        this.ansi = ansi;
        this.section = new Section(ansi);
    }

    String render(RunResult run) {
        return Section.of(
                title(run),
                costs(run),
                others(run),
                section.failures(run.targets().stream().map(TargetResult::failure)),
                Section.sentences(Verdict.of(run)));
    }

    private String title(RunResult run) {
        var text =
                Digits.in(
                        "%,d connection%s, %,d-byte messages%s, %d of %d cycles of %d ms",
                        run.connections(),
                        run.connections() == 1 ? "" : "s",
                        run.payloadBytes(),
                        run.ratePerSecond().isPresent()
                                ? Digits.in(", %,d/s", run.ratePerSecond().getAsInt())
                                : "",
                        run.cyclesDone(),
                        run.cyclesPlanned(),
                        run.sliceMillis());
        return section.title(text, run.partial());
    }

    private String costs(RunResult run) {
        var rows = new StringBuilder();
        rows.append(
                section.head(
                        "%-13s %8s %-16s %6s %-11s %9s  %s"
                                .formatted(
                                        "",
                                        "CPU µs",
                                        "  an echo",
                                        "ratio",
                                        " quartiles",
                                        "echoes/s",
                                        "bound by")));
        var widest = widest(run);
        for (var target : run.targets()) {
            rows.append(
                    target.summary()
                            .map(s -> cost(target, s, widest))
                            .orElseGet(() -> missing(target)));
        }
        return rows.toString();
    }

    private String cost(TargetResult target, Summary summary, double widest) {
        var cpu = summary.cpuMicrosPerEcho().map(Quartiles::median);
        var bar = cpu.map(micros -> Bar.of(micros / widest, BAR)).orElse("");
        return "%-13s %8s @|cyan %s|@ %6s %-11s %9s  %s%n"
                .formatted(
                        target.name(),
                        cpu.map(micros -> decimals(micros, 2)).orElse(NONE),
                        Bar.pad(bar, BAR),
                        ratio(target, summary),
                        summary.ratio().map(RunTable::spread).orElse(""),
                        Digits.in("%,.0f", perSecond(summary)),
                        boundBy(target, summary.bottleneck()))
                .transform(ansi::string);
    }

    private static double perSecond(Summary summary) {
        return summary.pace()
                .map(Pace::achievedPerSecond)
                .orElse(summary.echoesPerSecond())
                .median();
    }

    private static String ratio(TargetResult target, Summary summary) {
        if (target.role() == Role.REFERENCE) {
            return "1";
        }
        return summary.ratio()
                .map(q -> (summary.withinNoise() ? "= " : "") + decimals(q.median(), 2))
                .orElse(NONE);
    }

    private static String spread(Quartiles ratio) {
        return decimals(ratio.q1(), 2) + "–" + decimals(ratio.q3(), 2);
    }

    private static String boundBy(TargetResult target, Bottleneck bottleneck) {
        if (target.failure().isPresent()) {
            return "@|red failed|@";
        }
        return switch (bottleneck) {
            case SERVER -> "server";
            case CLIENT -> "@|yellow client|@";
            case RATE -> "rate";
            case NEITHER -> "neither";
            case UNKNOWN -> NONE;
        };
    }

    private String missing(TargetResult target) {
        var why = target.failure().isPresent() ? "@|red failed|@" : "not measured";
        return ansi.string("%-13s %8s %s%n".formatted(target.name(), NONE, why));
    }

    private String others(RunResult run) {
        var rows = new StringBuilder();
        rows.append(
                section.head(
                        "%-13s %7s %7s %7s %7s %7s %7s %7s %7s"
                                .formatted(
                                        "", "p50 ms", "p99", "p99.9", "p99.99", "max", "RSS MiB",
                                        "threads", "errors")));
        for (var target : run.targets()) {
            target.summary().ifPresent(summary -> rows.append(other(target, summary)));
        }
        return rows.toString();
    }

    private String other(TargetResult target, Summary summary) {
        var latency = summary.latencyMillis();
        var errors = "%7s".formatted(Digits.in("%,d", target.faults().total()));
        return "%-13s %7s %7s %7s %7s %7s %7s %7s %s%n"
                .formatted(
                        target.name(),
                        decimals(latency.p50(), 2),
                        decimals(latency.p99(), 2),
                        decimals(latency.p999(), 2),
                        latency.p9999().isPresent()
                                ? decimals(latency.p9999().getAsDouble(), 2)
                                : NONE,
                        decimals(latency.max(), 2),
                        whole(summary.residentBytes(), 1 << 20),
                        whole(summary.threads(), 1),
                        target.faults().total() == 0 ? errors : "@|red " + errors + "|@")
                .transform(ansi::string);
    }

    private static double widest(RunResult run) {
        return run.targets().stream()
                .flatMap(target -> target.summary().stream())
                .flatMap(summary -> summary.cpuMicrosPerEcho().stream())
                .map(Quartiles::median)
                .max(Comparator.naturalOrder())
                .orElse(1.0);
    }

    private static String whole(OptionalLong figure, long unit) {
        return figure.isPresent() ? Digits.in("%,d", figure.getAsLong() / unit) : NONE;
    }

    static String decimals(double figure, int places) {
        return Digits.in("%." + places + "f", figure);
    }
}
