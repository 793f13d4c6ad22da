package echolab.bench.report;

import echolab.bench.result.BenchResult;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/// What does a person see in the terminal? What was seen of each load, one after the other, all of them side by side, and
/// where it was measured.
public final class ResultTable {

    private final BenchResult result;
    private final Ansi ansi;

    public ResultTable(BenchResult result, Ansi ansi) {
        this.result = result;
        this.ansi = ansi;
    }

    public String render() {
        return Stream.of(
                        result.runs().stream().map(new RunTable(ansi)::render),
                        result.idle().stream().map(new IdleTable(ansi)::render),
                        Stream.of(new SweepTable(ansi).render(result)),
                        Stream.of(Verdict.wrap(Verdict.machine(result)) + "\n"))
                .flatMap(Function.identity())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
