package echolab.book.macro;

import echolab.bench.chart.Charts;
import echolab.bench.result.AbResult;
import echolab.bench.result.AbTarget;
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

/// A chart of a result: `chart::steps[ratios,at=1000]`, or `chart::ab[requests]` of one of ab. `targets="step01 step02"` leaves the
/// other servers out of the first.
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
            case "ratios" -> {
                var run = result.run(asked.at());
                yield Charts.ratios(asked.has("targets") ? run.only(asked.names("targets")) : run);
            }
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
}
