package echolab.book.macro;

import echolab.bench.chart.Charts;
import echolab.bench.chart.Figure;
import echolab.bench.chart.PlotLines;
import echolab.bench.chart.Sweep;
import echolab.bench.result.AbResult;
import echolab.bench.result.AbTarget;
import echolab.bench.result.BenchResult;
import echolab.bench.result.RunResult;
import echolab.book.ChapterException;
import echolab.book.figure.Result;
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
        var asked = new Asked(parent, name, attributes);
        return Writer.orComplain(this, parent, "chart::" + name + "[", null, () -> drawn(asked));
    }

    private StructuralNode drawn(Asked asked) {
        var name = asked.target();
        var kind = asked.word("kind");
        var svg =
                svg(asked.result(), kind, asked)
                        .orElseThrow(() ->
                                new ChapterException(
                                        "%s has no figures for a chart of %s"
                                                .formatted(name, kind)));
        var file = "chart-%s-%s-%s".formatted(name, kind, asked.word("at"));
        return Drawn.block(this, asked, file, svg, "Chart of %s, result %s".formatted(kind, name));
    }

    private static Optional<String> svg(Result result, String kind, Asked asked) {
        return switch (kind) {
            case "requests" -> Charts.requests(fastestFirst(result.as(AbResult.class)));
            case "cpu" -> Charts.bars(run(result, asked), Figure.CPU);
            case "echoes" -> Charts.bars(run(result, asked), Figure.ECHOES);
            case "ratios" -> Charts.ratios(run(result, asked));
            case "latencies" -> Charts.latencies(run(result, asked));
            case "percentiles" -> PlotLines.percentiles(run(result, asked));
            case "sweep-cpu" -> sweep(result, Figure.CPU, asked);
            case "sweep-ratio" -> sweep(result, Figure.RATIO, asked);
            case "sweep-echoes" -> sweep(result, Figure.ECHOES, asked);
            case "sweep-p99" -> sweep(result, Figure.P99, asked);
            case "idle" ->
                    result.as(BenchResult.class).idle().stream().findFirst().flatMap(Charts::idle);
            default -> throw new ChapterException("there is no chart \"" + kind + "\"");
        };
    }

    /// As a table of ab is read.
    private static List<AbTarget> fastestFirst(AbResult result) {
        return result.targets().stream()
                .sorted(Comparator.comparingDouble(ChartMacro::requests).reversed())
                .toList();
    }

    private static double requests(AbTarget target) {
        return target.summary().map(summary -> summary.requestsPerSecond().median()).orElse(0.0);
    }

    private static RunResult run(Result result, Asked asked) {
        return only(result.run(asked.load()), asked);
    }

    private static Optional<String> sweep(Result result, Figure figure, Asked asked) {
        return Sweep.of(result.as(BenchResult.class)).stream()
                .findFirst()
                .map(sweep ->
                        new Sweep(
                                sweep.axis(),
                                sweep.runs().stream().map(run -> only(run, asked)).toList()))
                .flatMap(sweep -> PlotLines.sweep(sweep, figure));
    }

    private static RunResult only(RunResult run, Asked asked) {
        return asked.has("targets") ? run.only(asked.names("targets")) : run;
    }
}
