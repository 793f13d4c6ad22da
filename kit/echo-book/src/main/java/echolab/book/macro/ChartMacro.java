package echolab.book.macro;

import echolab.bench.chart.Charts;
import echolab.bench.chart.Figure;
import echolab.bench.chart.Sweep;
import echolab.bench.result.AbResult;
import echolab.bench.result.AbTarget;
import echolab.bench.result.BenchResult;
import echolab.bench.result.JsonFile;
import echolab.bench.result.RunResult;
import echolab.book.ChapterException;
import echolab.book.figure.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.PositionalAttributes;

/// A chart of a result: `chart::steps[ratios,at=1000]`. Others are `cpu` and `echoes` (bars), `latencies`, `percentiles`, and,
/// over all runs of a result, `sweep-cpu`, `sweep-ratio`, `sweep-echoes` and `sweep-p99`, and `idle` for a result of idle
/// connections, and `requests` for a result of ab. `targets="step01 step02"` leaves the other servers out.
@Name("chart")
@PositionalAttributes("kind")
public final class ChartMacro extends BlockMacroProcessor {

    @Override
    public StructuralNode process(
            StructuralNode parent, String name, Map<String, Object> attributes) {
        return Writer.orComplain(
                this,
                parent,
                "chart::" + name + "[",
                null,
                () -> {
                    var kind = String.valueOf(attributes.get("kind"));
                    var svg =
                            svg(Writer.root(parent), name, kind, attributes)
                                    .orElseThrow(() ->
                                            new ChapterException(
                                                    "%s has no figures for a chart of %s"
                                                            .formatted(name, kind)));
                    return Drawn.block(
                            this,
                            parent,
                            "chart-%s-%s-%s".formatted(name, kind, attributes.get("at")),
                            svg,
                            "Chart of %s, result %s".formatted(kind, name),
                            attributes);
                });
    }

    private static Optional<String> svg(
            Path root, String name, String kind, Map<String, Object> attributes) {
        var file = Result.folder(root).resolve(name + ".json");
        if (kind.equals("requests")) {
            return Charts.requests(fastestFirst(file));
        }
        var result = read(file);
        return switch (kind) {
            case "cpu" -> Charts.bars(run(result, name, attributes), Figure.CPU);
            case "echoes" -> Charts.bars(run(result, name, attributes), Figure.ECHOES);
            case "ratios" -> Charts.ratios(run(result, name, attributes));
            case "latencies" -> Charts.latencies(run(result, name, attributes));
            case "percentiles" -> Charts.percentiles(run(result, name, attributes));
            case "sweep-cpu" -> sweep(result, Figure.CPU, attributes);
            case "sweep-ratio" -> sweep(result, Figure.RATIO, attributes);
            case "sweep-echoes" -> sweep(result, Figure.ECHOES, attributes);
            case "sweep-p99" -> sweep(result, Figure.P99, attributes);
            case "idle" -> result.idle().stream().findFirst().flatMap(Charts::idle);
            default -> throw new ChapterException("there is no chart \"" + kind + "\"");
        };
    }

    private static BenchResult read(Path file) {
        try {
            return JsonFile.read(file, BenchResult.class);
        } catch (IOException e) {
            throw new ChapterException(e.getMessage(), e);
        }
    }

    /// As a table of ab is read.
    private static List<AbTarget> fastestFirst(Path file) {
        try {
            return JsonFile.read(file, AbResult.class).targets().stream()
                    .sorted(Comparator.comparingDouble(ChartMacro::requests).reversed())
                    .toList();
        } catch (IOException e) {
            throw new ChapterException(e.getMessage(), e);
        }
    }

    private static double requests(AbTarget target) {
        return target.summary().map(summary -> summary.requestsPerSecond().median()).orElse(0.0);
    }

    private static RunResult run(BenchResult result, String name, Map<String, Object> attributes) {
        var found =
                result.runs().stream()
                        .filter(run ->
                                Load.of(attributes).entrySet().stream().allMatch(w -> is(run, w)))
                        .toList();
        if (found.size() != 1) {
            throw new ChapterException(
                    "%s has %s such runs: choose one by at=, bytes= or rate="
                            .formatted(name, found.size()));
        }
        return only(found.getFirst(), attributes);
    }

    private static boolean is(RunResult run, Map.Entry<String, String> wanted) {
        var is =
                switch (wanted.getKey()) {
                    case "connections" -> run.connections();
                    case "payloadBytes" -> run.payloadBytes();
                    default -> run.ratePerSecond().orElse(0);
                };
        return String.valueOf(is).equals(wanted.getValue());
    }

    private static Optional<String> sweep(
            BenchResult result, Figure figure, Map<String, Object> attributes) {
        return Sweep.of(result).stream()
                .findFirst()
                .map(sweep ->
                        new Sweep(
                                sweep.axis(),
                                sweep.runs().stream().map(run -> only(run, attributes)).toList()))
                .flatMap(sweep -> Charts.sweep(sweep, figure));
    }

    private static RunResult only(RunResult run, Map<String, Object> attributes) {
        var targets = attributes.get("targets");
        return targets == null ? run : run.only(Names.of(targets));
    }
}
