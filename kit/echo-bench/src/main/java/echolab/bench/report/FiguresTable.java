package echolab.bench.report;

import echolab.bench.chart.Key;
import echolab.bench.chart.Numbers;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.IdleResult;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// All figures of a run in rows and columns: what the charts say, for those who want to read it off.
final class FiguresTable {

    private static final String NONE = "–";
    private static final String FAILED = "<td class=\"words failed\">failed</td>";

    private FiguresTable() {}

    static String of(RunResult run) {
        return Html.table(
                        "What an echo costs",
                        List.of(
                                "server",
                                "CPU µs",
                                "quartiles",
                                "ratio",
                                "quartiles",
                                "echoes/s",
                                "quartiles",
                                "bound by"),
                        rows(run, none(6, FAILED), FiguresTable::costs))
                + Html.table(
                        "Latency in ms, memory, threads, errors",
                        List.of(
                                "server", "p50", "p99", "p99.9", "p99.99", "max", "RSS MiB",
                                "threads", "errors"),
                        rows(run, none(7, Html.cell(NONE)), FiguresTable::others));
    }

    private interface Cells {
        Stream<List<String>> of(TargetResult target, Summary summary);
    }

    /// @param missing the cells of a server of which there is no figure
    private static List<String> rows(RunResult run, List<String> missing, Cells cells) {
        return run.targets().stream()
                .map(target ->
                        Html.row(
                                target.name(),
                                target.summary()
                                        .map(s ->
                                                cells.of(target, s).flatMap(List::stream).toList())
                                        .orElse(missing)))
                .toList();
    }

    /// That it failed, and why, stands above the charts.
    private static List<String> none(int columns, String last) {
        return Stream.concat(
                        Collections.nCopies(columns, Html.cell(NONE)).stream(), Stream.of(last))
                .toList();
    }

    static String of(IdleResult idle) {
        return Html.table(
                "Memory an idle connection",
                List.of("server", "resident KiB", "quartiles", "heap KiB", "quartiles", "rounds"),
                idle.targets().stream()
                        .map(target -> Html.row(target.name(), cells(target)))
                        .toList());
    }

    private static Stream<List<String>> costs(TargetResult target, Summary summary) {
        return Stream.of(
                quartiles(summary.cpuMicrosPerEcho(), 2),
                ratio(target, summary),
                quartiles(Optional.of(summary.echoesPerSecond()), 0),
                List.of(boundBy(target, summary.bottleneck())));
    }

    private static Stream<List<String>> others(TargetResult target, Summary summary) {
        var latency = summary.latencyMillis();
        return Stream.of(
                Stream.of(latency.p50(), latency.p99(), latency.p999())
                        .map(FiguresTable::millis)
                        .toList(),
                List.of(optional(latency.p9999()), millis(latency.max())),
                List.of(
                        whole(summary.residentBytes(), 1 << 20),
                        whole(summary.threads(), 1),
                        Html.cell(Numbers.places(target.faults().total(), 0))));
    }

    private static List<String> cells(IdleTarget target) {
        return Stream.of(
                        kib(target.residentBytesPerConnection()),
                        kib(target.heapBytesPerConnection()),
                        List.of(Html.cell("" + target.rounds().size())))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> kib(Optional<Quartiles> bytes) {
        return quartiles(bytes.map(quartiles -> quartiles.map(b -> b / 1024)), 1);
    }

    private static List<String> ratio(TargetResult target, Summary summary) {
        if (target.role() == Role.REFERENCE) {
            return List.of(Html.cell("1"), Html.cell(""));
        }
        var cells = quartiles(summary.ratio(), 2);
        return summary.withinNoise()
                ? List.of(cells.getFirst().replace("<td>", "<td>= "), cells.getLast())
                : cells;
    }

    private static List<String> quartiles(Optional<Quartiles> figure, int places) {
        return figure.map(q ->
                        List.of(
                                Html.cell(Numbers.places(q.median(), places)),
                                Html.cell(
                                        Numbers.places(q.q1(), places)
                                                + "–"
                                                + Numbers.places(q.q3(), places))))
                .orElse(List.of(Html.cell(NONE), Html.cell("")));
    }

    private static String boundBy(TargetResult target, Bottleneck bottleneck) {
        if (target.failure().isPresent()) {
            return FAILED;
        }
        return switch (bottleneck) {
            case SERVER -> Html.words("server");
            case CLIENT -> "<td class=\"words client\">" + Key.hatched() + " load generator</td>";
            case RATE -> Html.words("rate");
            case NEITHER -> Html.words("neither");
            case UNKNOWN -> Html.words(NONE);
        };
    }

    private static String millis(double millis) {
        return Html.cell(Numbers.places(millis, 2));
    }

    private static String optional(OptionalDouble millis) {
        return millis.isPresent() ? millis(millis.getAsDouble()) : Html.cell(NONE);
    }

    private static String whole(OptionalLong figure, long unit) {
        return Html.cell(figure.isPresent() ? Numbers.places(figure.getAsLong() / unit, 0) : NONE);
    }
}
