package echolab.bench.report;

import echolab.bench.result.BenchResult;
import echolab.bench.result.Bottleneck;
import echolab.bench.result.Quartiles;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.process.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/// How does an echo's cost change with the load? All runs in one table: a row a server, a column a run.
final class SweepTable {

    private static final int COLUMNS = 5;
    private static final String NONE = "–";

    private final Ansi ansi;

    SweepTable(Ansi ansi) {
        this.ansi = ansi;
    }

    /// Empty when there is nothing to compare.
    String render(BenchResult result) {
        var runs = result.runs();
        if (runs.size() < 2) {
            return "";
        }
        return IntStream.iterate(0, from -> from < runs.size(), from -> from + COLUMNS)
                .mapToObj(from -> runs.subList(from, Math.min(from + COLUMNS, runs.size())))
                .map(some -> table(runs, some))
                .collect(Collectors.joining("\n", "\n" + title(runs), "\n" + legend(runs)));
    }

    private String title(List<RunResult> runs) {
        var reference = runs.getFirst().reference().orElse("the reference");
        var by = varying(runs).stream().map(Dimension::title).collect(Collectors.joining(" × "));
        var title = "CPU µs an echo, and its ratio to " + reference + ", by " + by;
        return ansi.string("@|bold " + title + "|@") + "\n\n";
    }

    private String table(List<RunResult> all, List<RunResult> runs) {
        var head =
                "%-15s".formatted("")
                        + runs.stream()
                                .map(run -> "%13s".formatted(point(all, run)))
                                .collect(Collectors.joining());
        var names = runs.getFirst().targets().stream().map(TargetResult::name);
        return Stream.concat(
                        Stream.of(ansi.string("@|faint " + head + "|@")),
                        names.map(name -> row(name, runs)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String row(String name, List<RunResult> runs) {
        return "%-15s".formatted(name)
                + runs.stream()
                        .map(run -> "%13s".formatted(cell(name, run)))
                        .collect(Collectors.joining());
    }

    private static String cell(String name, RunResult run) {
        return run.targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .map(SweepTable::cell)
                .orElse(NONE);
    }

    private static String cell(TargetResult target) {
        if (target.failure().isPresent()) {
            return "failed";
        }
        return target.summary().flatMap(seen -> cell(target.role(), seen)).orElse(NONE);
    }

    private static Optional<String> cell(Role role, Summary summary) {
        var ratio =
                role == Role.REFERENCE
                        ? "      "
                        : summary.ratio()
                                .map(q ->
                                        (summary.withinNoise() ? " =" : " ×")
                                                + RunTable.decimals(q.median(), 2))
                                .orElse("");
        return summary.cpuMicrosPerEcho()
                .map(Quartiles::median)
                .map(micros ->
                        RunTable.decimals(micros, micros < 100 ? 2 : 1)
                                + ratio
                                + (summary.bottleneck() == Bottleneck.CLIENT ? "*" : " "));
    }

    private static String legend(List<RunResult> runs) {
        var clientBound =
                runs.stream()
                        .flatMap(run -> run.targets().stream())
                        .flatMap(target -> target.summary().stream())
                        .anyMatch(summary -> summary.bottleneck() == Bottleneck.CLIENT);
        return Verdict.wrap(
                        "= marks a ratio that is 1 within the noise of its run"
                                + (clientBound
                                        ? "; * a server that the load generator could not keep busy."
                                        : "."))
                + "\n";
    }

    /// What runs can differ in.
    private record Dimension(String title, Function<RunResult, Integer> value) {}

    private static final List<Dimension> DIMENSIONS =
            List.of(
                    new Dimension("connections", RunResult::connections),
                    new Dimension("bytes of a message", RunResult::payloadBytes),
                    new Dimension("messages/s", run -> run.ratePerSecond().orElse(0)));

    private static List<Dimension> varying(List<RunResult> runs) {
        var varying = new ArrayList<Dimension>();
        for (var dimension : DIMENSIONS) {
            if (runs.stream().map(dimension.value()).distinct().count() > 1) {
                varying.add(dimension);
            }
        }
        return varying;
    }

    private static String point(List<RunResult> all, RunResult run) {
        return varying(all).stream()
                .map(dimension -> Digits.in("%,d", dimension.value().apply(run)))
                .collect(Collectors.joining(" × "));
    }
}
